import type { Json } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { items } from '../json';
import { perCase } from './choices';
import { inside, type Scope } from './scope';
import { unknownValue } from './unknowns';

/** `Fn::Select`: one element of a list. */
export function select(argument: Json, scope: Scope): Evaluated {
  const [index, list] = items(argument);
  return perCase([inside(index, scope), inside(list, scope)], ([which, from]) => {
    const at = which === undefined ? undefined : plain(which);
    if (from?.is === 'unknown') return from;
    if (from?.is !== 'list' || at === undefined) return unknownValue('is an element of a list that is not known here');
    return from.items[Number(at)] ?? unknownValue('is an element that its list does not have');
  });
}

/** `Fn::Split`: a text cut into a list. */
export function split(argument: Json, scope: Scope): Evaluated {
  const [delimiter, source] = items(argument);
  return perCase([inside(source, scope)], ([from]) => {
    const text = from === undefined ? undefined : plain(from);
    if (from?.is === 'unknown') return from;
    if (typeof delimiter !== 'string' || delimiter === '' || typeof text !== 'string') {
      return unknownValue('is cut out of a text that is not known here');
    }
    const pieces = text.split(delimiter);
    scope.work.left -= pieces.length;
    return { is: 'list', items: pieces.map((piece) => ({ is: 'value', value: piece })) };
  });
}

/** `Fn::Length` of AWS::LanguageExtensions: how many elements a list has. */
export function length(argument: Json, scope: Scope): Evaluated {
  return perCase([inside(argument, scope)], ([list]) =>
    list?.is === 'list'
      ? { is: 'value', value: list.items.length }
      : unknownValue('is the length of a list that is not known here'),
  );
}

/** `Fn::ToJsonString` of AWS::LanguageExtensions: a value as a text. */
export function toJsonString(argument: Json, scope: Scope): Evaluated {
  return perCase([inside(argument, scope)], ([value]) => {
    const known = value === undefined ? undefined : plain(value);
    return known === undefined
      ? unknownValue('is a text of values that are not known here')
      : { is: 'value', value: JSON.stringify(known) };
  });
}
