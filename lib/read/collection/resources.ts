import type { Kind } from '../../core/kind';
import { table } from '../../core/setting';
import { outermost } from '../../core/spelled';
import type { EvaluatedResource } from '../evaluated/resource';
import { literal, type Evaluated } from '../evaluated/value';
import type { FailedCall } from './collection';
import { completed } from './completed';
import { groupForms, isPlainDefault, rowsThatSay, type GroupForm } from './default-rows';
import { failureOf, remedyOf } from './failed-calls';
import type { Region, Resource } from './form';
import { endOf, subjectsOf } from './subjects';

/**
 * The fields that have a call of their own. Where the answer to it lacks a key, the documented default applies; where nobody
 * asked, nothing is known.
 */
const asked: ReadonlySet<string> = new Set([
  'LoadBalancerAttributes',
  'ListenerAttributes',
  'TargetGroupAttributes',
  'Parameters',
  'FirewallPolicy',
  'FirewallPolicyArn',
]);

/** The resources of all accounts and Regions, with what could not be read as unknown. */
export function resourcesOf(
  document: string,
  regions: readonly Region[],
  kinds: readonly Kind[],
): readonly EvaluatedResource[] {
  const forms = groupForms(kinds);
  const all = regions
    .map(completed)
    .flatMap((region) => region.resources.map((resource) => ({ resource, region })))
    .filter(({ resource: { type, answer } }) => {
      const form = forms.get(type);
      return form === undefined || !isPlainDefault(answer, form);
    });
  const subjects = subjectsOf(all, kinds);
  const wanted = askedFields(kinds);
  return all.map(({ resource, region }, at): EvaluatedResource => {
    const { type, arn, pointer } = resource;
    const account = region.account ?? accountIn(arn);
    const end = endOf(arn);
    return {
      id: `${document}#${String(at)} ${pointer}`,
      source: 'account',
      type,
      subject: subjects[at] ?? type,
      names: [...(arn === null ? [] : [arn]), ...(wanted.has(type) || end === undefined ? [] : [end])],
      attributes: table(fieldsOf(resource, forms.get(type), wanted.get(type) ?? [])),
      provider: table(),
      identity: {
        ...(arn !== null && { arn }),
        ...(account !== null && { account }),
        region: region.region,
      },
      location: { document, pointer },
    };
  });
}

/** Of each type that a kind describes, the fields that have a call of their own and that are judged. */
function askedFields(kinds: readonly Kind[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { account, settings, links } of kinds) {
    const paths = [...Object.values(settings), ...Object.values(links)].flatMap((spec) => spec.account ?? []);
    const tops = paths.map(outermost).filter((top) => asked.has(top));
    for (const type of account?.types ?? []) found.set(type, [...new Set([...(found.get(type) ?? []), ...tops])]);
  }
  return found;
}

function accountIn(arn: string | null): string | null {
  const [scheme, , , , account = ''] = arn?.split(':', 6) ?? [];
  return scheme === 'arn' && account !== '' ? account : null;
}

function fieldsOf(
  { answer, unread }: Resource,
  form: GroupForm | undefined,
  wanted: readonly string[],
): readonly (readonly [string, Evaluated])[] {
  const read = Object.entries(answer).map(([field, value]): readonly [string, Evaluated] => [
    field,
    form?.rows === field ? rowsThatSay(value, answer, form) : literal(value),
  ]);
  const unasked = wanted.filter((field) => !Object.hasOwn(answer, field));
  return [
    ...read,
    ...unasked.map((field) => [field, open(null)] as const),
    ...Object.entries(unread).map(([field, call]) => [field, open(call)] as const),
  ];
}

function open(call: FailedCall | null): Evaluated {
  return call === null
    ? { is: 'unknown', why: 'was not read', settles: 'collect again' }
    : { is: 'unknown', why: `could not be read: ${failureOf(call)}`, settles: remedyOf(call) };
}
