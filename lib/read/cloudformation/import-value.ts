import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { choiceOf, maxCandidates, perCase } from './choices';
import { exportsNamed } from './exports';
import { patternOf } from './name-pattern';
import { outputOf } from './output';
import { inside, type Scope } from './scope';
import { named, unknownValue } from './unknowns';

/** `Fn::ImportValue`: what a stack in view exports under that name. */
export function importValue(argument: Json, scope: Scope): Evaluated {
  return perCase([inside(argument, scope)], ([name]) => {
    const wanted = name === undefined ? undefined : patternOf(name);
    if (wanted === undefined) return unknownValue('is imported under a name that is not known here');
    const shown = named(wanted.isWhole ? wanted.start : `${wanted.start}…${wanted.end}`);
    const { found, isSure } = exportsNamed(wanted, scope);
    if (found.length === 0) {
      return unknownValue(
        `is imported as ${shown}, and no template in view exports that`,
        'check the template that exports it together with this one',
      );
    }
    const why = `is imported as ${shown}, which several templates in view may export`;
    const settles =
      'write the name of the export out, or leave out the templates that are not deployed beside this one';
    if (found.length > maxCandidates) return unknownValue(why, settles);
    const [only] = found;
    if (!isSure && found.length === 1 && only !== undefined) scope.onGuess(shown, only.stack);
    return choiceOf(
      found.map(
        ({ stack, output }) =>
          outputOf(stack, output, scope) ?? unknownValue(`is imported as ${shown}, which has no value`),
      ),
      why,
      settles,
    );
  });
}
