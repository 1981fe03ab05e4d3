import type { Problem } from '../core/configuration';
import { InputError } from '../core/input-error';
import { placeOf } from '../report/provenance';
import { rulesOf, type HostOptions, type Rules } from './judge';

/** What is judged with, or why nothing can be judged, one text for each thing that is wrong. */
export type RulesOrReasons = { readonly rules: Rules } | { readonly reasons: readonly string[] };

/** Reads the rules. Never throws: a synth says what is wrong in its own report, and fails there. */
export function rulesOrReasons(options: HostOptions): RulesOrReasons {
  try {
    return { rules: rulesOf(options) };
  } catch (error) {
    return { reasons: reasonsOf(error) };
  }
}

/** A problem with file, line and column before it, where it has a place. */
export function placed({ message, location }: Problem): string {
  return location === undefined ? message : `${placeOf(location)}: ${message}`;
}

/** What an error says, with file, line and column where it is about the user's input. */
export function reasonsOf(error: unknown): readonly string[] {
  if (error instanceof InputError) {
    return error.problems.map(placed);
  }
  const said = error instanceof Error ? error.message : String(error);
  return [`nothing was judged, since Holdfast itself failed: ${said}; report it with the app that shows it`];
}
