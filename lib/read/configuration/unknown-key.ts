import { closest } from '../../core/did-you-mean';
import { listed, type Place } from './place';

/** Files a key that nothing reads, with the one that was probably meant. */
export function unknownKey(name: string, what: string, names: readonly string[], at: Place): undefined {
  const near = closest(name, names);
  const fix = near === null ? `the keys of ${what} are ${listed(names)}` : `did you mean \`${near}\`?`;
  return at.inside(name).problem(`is not a key of ${what}, so it would do nothing; ${fix}`);
}
