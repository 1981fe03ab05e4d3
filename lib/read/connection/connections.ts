import type { Connection } from '../../core/connection';
import type { DriverSpec } from '../../core/driver';
import { drivers } from '../../kinds/drivers';
import { alternativesOf } from '../evaluated/choices';
import type { Evaluated } from '../evaluated/value';
import { hiddenConnection } from './hidden';
import { processVariables } from './process-variables';
import { readConnection } from './read-connection';
import { causeOf, seen } from './seen';
import { calledLikeConnection, shownName, type Variable } from './variable';

/**
 * The connections that the variables of one process show: every variable whose value is a connection string of PostgreSQL, every
 * one that is called so and is not in view, and its `PG*` variables as one.
 */
export function connectionsIn(
  variables: readonly Variable[],
  container: string | null,
  vocabulary: readonly DriverSpec[] = drivers,
): readonly Connection[] {
  const strings = variables.flatMap((variable) => connectionOf(variable, container, vocabulary) ?? []);
  const process = processVariables(variables, container, vocabulary);
  return process === null ? strings : [...strings, process];
}

/** What a variable holds; of one whose value depends on a condition, what it holds either way, if that is the same. */
export function connectionOf(
  { name, value }: Variable,
  container: string | null,
  vocabulary: readonly DriverSpec[] = drivers,
): Connection | null {
  const ways = alternativesOf(value);
  const found = ways?.of.map((way) => single(name, way, container, vocabulary)) ?? [];
  const [first = null] = found;
  if (ways !== null && found.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first;
  const form = found.find((one) => one !== null)?.form ?? calledLikeConnection(name);
  if (form === null) return null;
  const { why, settles } = causeOf(value);
  return hiddenConnection({ name: shownName(name), container, form }, why, settles);
}

function single(
  name: string,
  value: Evaluated,
  container: string | null,
  vocabulary: readonly DriverSpec[],
): Connection | null {
  const text = seen(value);
  if (text === null) return null;
  const read = readConnection(shownName(name), text.text, container, vocabulary, text.cause);
  if (read !== null || text.cause === null) return read;
  const form = calledLikeConnection(name);
  return form === null ? null : hiddenConnection({ name, container, form }, text.cause.why, text.cause.settles);
}
