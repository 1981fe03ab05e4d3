import type { Json } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { own } from '../json';
import { choiceOf, maxCandidates, perCase } from './choices';
import { environmentOf, mayBeBeside } from './environment';
import { outputOf } from './output';
import { inside, type Scope } from './scope';
import { named, unknownValue } from './unknowns';

/**
 * `Fn::GetStackOutput`: an output of a stack by the stack's name, in another account or Region too, exported or not
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html).
 */
export function getStackOutput(argument: Json, scope: Scope): Evaluated {
  const parts = ['StackName', 'OutputName', 'Region'].map((name) => inside(own(argument, name), scope));
  return perCase(parts, (chosen) => {
    const [stackName, output, given] = chosen.map(plain);
    if (typeof stackName !== 'string' || typeof output !== 'string') {
      return unknownValue('is an output of a stack that is not known here');
    }
    const { estate } = scope;
    const region = typeof given === 'string' ? given : environmentOf(scope.stack, estate).region;
    const where = region === undefined ? {} : { region };
    const found = estate.stacks.filter(
      (stack) => stack.stackName === stackName && mayBeBeside(where, environmentOf(stack, estate)),
    );
    const why = `is the output ${named(output)} of the stack ${named(stackName)}`;
    if (found.length > maxCandidates) return unknownValue(`${why}, which many templates in view may be`);
    const values = found.map(
      (stack) => outputOf(stack, output, scope) ?? unknownValue(`${why}, which has no such output`),
    );
    return values.length === 0
      ? unknownValue(`${why}, whose template is not in view`, 'check the template of that stack together with this one')
      : choiceOf(
          values,
          `${why}, which several templates in view may be`,
          'leave out the templates that are not deployed beside this one',
        );
  });
}
