import type { Kind } from '../core/kind';
import { attribute, defineKind } from './_kind';
import { provider } from './_sources';

/** What tells one kind of parameter group from the other. */
type Group = {
  readonly name: string;
  readonly title: string;
  readonly terraform: string;
  /** The page of the provider's documentation. */
  readonly page: string;
  readonly cloudformation: string;
  readonly account: string;
  /** The property with the group's name, which is the field of AWS's answer too. */
  readonly nameProperty: string;
};

/**
 * A parameter group: `parameters` lists what it sets, `family` names the engine and major version. CloudFormation has a map of
 * names to values, and no apply method; an account has rows for what is not set as well.
 */
export function groupKind({ name, title, terraform, page, cloudformation, account, nameProperty }: Group): Kind {
  return defineKind({
    name,
    title,
    terraform: { types: [terraform], names: ['name', 'id', 'arn'] },
    cloudformation: { types: [cloudformation], names: [nameProperty] },
    account: { types: [account], names: [nameProperty] },
    settings: {
      name: attribute('text', 'name', page, nameProperty),
      name_prefix: attribute('text', 'name_prefix', page),
      family: attribute('text', 'family', page, 'Family', 'DBParameterGroupFamily'),
      parameters: {
        as: 'parameters',
        terraform: 'parameter',
        cloudformation: 'Parameters',
        account: 'Parameters',
        cite: provider(page),
      },
    },
    links: {},
    timers: [],
    group: { parameters: 'parameters', family: 'family' },
  });
}
