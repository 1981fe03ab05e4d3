import type { Fact, Link, Note, Reading } from '../../../lib/core/fact';
import type { Setting } from '../../../lib/core/setting';
import { readStacks, type SynthesisedStack } from '../../../lib/read/cdktf/read';
import type { JsonObject } from '../../../lib/read/json';
import { kinds } from '../kinds';

/** A stack as `toTerraform()` gives it; `document` is its path in the construct tree. */
export function stackOf(document: string, body: object): SynthesisedStack {
  return { document, stack: document, body: body as JsonObject };
}

/** What the stacks say together. */
export function readAll(...stacks: readonly SynthesisedStack[]): readonly Reading[] {
  return readStacks(stacks, kinds);
}

/** What the only stack says. */
export function readOne(body: object): Reading {
  const [reading] = readAll(stackOf('shop', body));
  return reading!;
}

/** The one fact with that address. */
export function fact({ facts }: Reading, subject: string): Fact {
  const found = facts.filter((one) => one.subject === subject);
  expect(found.map((one) => one.subject)).toEqual([subject]);
  return found[0]!;
}

export const subjects = ({ facts }: Reading): readonly string[] => facts.map((one) => one.subject);

/** A setting in short: its value, `{ either }` of several, or `{ unknown }` with the reason. */
export function shown(setting: Setting | undefined): unknown {
  if (setting === undefined) return undefined;
  if (setting.state === 'known') return setting.value;
  return setting.state === 'one-of' ? { either: setting.candidates.map((one) => one.value) } : { unknown: setting.why };
}

/** The links of a name in short: ids and names that they lead to, or `{ unknown }` with the reason. */
export function led(reading: Reading, subject: string, name: string): unknown {
  return (fact(reading, subject).links[name] ?? []).map(shownLink);
}

function shownLink(link: Link): unknown {
  if (link.state === 'linked') return 'id' in link.to ? link.to.id : { name: link.to.name };
  if (link.state === 'one-of') return link.to.map((to) => ('id' in to ? to.id : { name: to.name }));
  return link.state === 'absent' ? 'absent' : { unknown: link.why };
}

/** The `idle_timeout` of `aws_lb.a`, written as given, beside the rest of the stack. */
export function idle(written: unknown, rest: object = {}): unknown {
  const { resource = {}, ...more } = rest as { resource?: { aws_lb?: object } };
  const body = { resource: { ...resource, aws_lb: { ...resource.aws_lb, a: { idle_timeout: written } } }, ...more };
  return shown(fact(readOne(body), 'aws_lb.a').settings.idle_timeout);
}

export const why = (text: string): object => ({ unknown: `\`idle_timeout\` of \`aws_lb.a\` ${text}` });

export const notes = (reading: Reading): readonly (readonly [Note['level'], string, string])[] =>
  reading.notes.map((note) => [note.level, note.what, note.why]);
