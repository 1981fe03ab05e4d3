import type { Problem } from '../../core/configuration';
import type { Json, Location } from '../../core/setting';

/** The way to a value: keys of tables and positions in lists, from the top of the configuration. */
export type Trail = readonly (string | number)[];

/** Finds the line and column of a place; of what is not written, those of the nearest place around it. */
export type Where = (trail: Trail) => Location;

/** One place in the configuration: what messages call it, where it is written, and where its problems go. */
export type Place = {
  readonly trail: Trail;
  readonly inside: (step: string | number) => Place;
  readonly location: () => Location;
  /** Files a problem: the clause continues a sentence that begins with the place. Always `undefined`, the value of what cannot be read. */
  readonly problem: (clause: string) => undefined;
};

/** The place at the end of a trail; its problems are added to `problems`. */
export function placeAt(trail: Trail, where: Where, problems: Problem[]): Place {
  return {
    trail,
    inside: (step) => placeAt([...trail, step], where, problems),
    location: () => where(trail),
    problem: (clause) => {
      problems.push({ message: `${nameOf(trail)} ${clause}`, location: where(trail) });
      return undefined;
    },
  };
}

/** `workloads[0].path[1].client`, as messages name a place. */
function nameOf(trail: Trail): string {
  return trail.length === 0 ? 'the configuration' : `\`${trail.map(link).join('').replace(/^\./, '')}\``;
}

function link(step: string | number): string {
  if (typeof step === 'number') return `[${String(step)}]`;
  return /^[A-Za-z_][\w-]{0,80}$/.test(step) ? `.${step}` : `[${quoted(step)}]`;
}

const longest = 60;

/** Text in double quotes, on one line, cut where it is long: input may be megabytes of anything. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** Enough of a value to recognise it in a message. */
export function shown(value: Json): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return `the number ${String(value)}`;
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'a table';
}

/** The clause for a value of the wrong type. */
export function mismatch(value: Json, wanted: string, example: string): string {
  return `is ${shown(value)}, where ${wanted} is expected; write for example \`${example}\``;
}

/** Several names in a sentence, each as code. */
export function listed(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  const marked = names.map((name) => `\`${name}\``);
  const end = marked.pop() ?? '';
  return marked.length === 0 ? end : `${marked.join(', ')} ${last} ${end}`;
}
