import type { Evaluated } from '../evaluated/value';
import { environmentOf } from './environment';
import type { Scope } from './scope';
import { named, unknownValue } from './unknowns';

/** A pseudo parameter (`AWS::Region`), as far as it is known without a deployment. */
export function pseudoParameter(name: string, { stack, estate }: Scope): Evaluated {
  const { account, region } = environmentOf(stack, estate);
  const isCommercial = region !== undefined && /^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d+$/.test(region);
  const known: ReadonlyMap<string, string | undefined> = new Map([
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::StackName', stack.stackName],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html: `aws`, `aws-cn`, `aws-us-gov`, each with Regions of its own.
    ['AWS::Partition', isCommercial ? 'aws' : undefined],
    ['AWS::URLSuffix', isCommercial ? 'amazonaws.com' : undefined],
  ]);
  const value = known.get(name);
  return value === undefined
    ? unknownValue(`depends on ${named(name)}, which is known when the stack is deployed`)
    : { is: 'value', value };
}
