import {
  constructFromEvents,
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  parseEvents,
  YAMLException,
  type Event,
} from 'js-yaml';
import type { Problem } from '../../core/configuration';
import { InputError } from '../../core/input-error';
import type { Json, Location } from '../../core/setting';
import type { Layer } from '../../read/configuration/merge';
import { quoted } from '../../read/configuration/place';
import { lineCounter, offsetOf, positionsOf } from './positions';

/**
 * The data of a YAML or JSON text with the position of each value; `file` is the name that locations carry. An empty text is
 * `null`. Throws an `InputError` for what is not one YAML document, for keys written twice, and for anchors and aliases: a
 * configuration is short, and an alias makes a document as large as it likes.
 */
export function parseYaml(text: string, file: string): Layer {
  const lineAt = lineCounter(text);
  const locate = (offset: number): Location => ({ document: file, file, ...lineAt(offset) });
  const refuse = (problems: readonly Problem[]): never => {
    throw new InputError(problems);
  };
  const events = attempt(() => parseEvents(text, { maxDepth }), locate, refuse);
  const documents = events.flatMap((event, at) => (event.type === EVENT_DOCUMENT ? [at] : []));
  const [first, second] = documents;
  if (first === undefined) return { raw: null, where: () => locate(0) };
  if (second !== undefined)
    refuse([
      {
        message: `${file} holds several YAML documents, and only one is read; keep what stands above the second \`---\``,
        location: locate(offsetFrom(events, second)),
      },
    ]);
  const anchors = events.flatMap((event) => (anchorOf(event) === -1 ? [] : [anchorOf(event) - 1]));
  if (anchors.length > 0)
    refuse(
      anchors.map((offset) => ({
        message: 'YAML anchors and aliases are not read; write the value out, or put it below `defaults`',
        location: locate(offset),
      })),
    );
  const { top, repeated } = positionsOf(events.slice(first + 1), text);
  if (repeated.length > 0)
    refuse(
      repeated.map(({ key, first: before, second: offset }) => ({
        message: `the key ${quoted(key)} is written twice, first on line ${String(lineAt(before).line)}, so one of them would be lost; remove one`,
        location: locate(offset),
      })),
    );
  const [raw] = attempt(() => constructFromEvents(events, { source: text, maxAliases: 0 }), locate, refuse);
  // The schema of YAML's core knows nothing but text, numbers, booleans, null, lists and tables.
  return { raw: raw as Json, where: (trail) => locate(offsetOf(top, trail)) };
}

/** Far more than the definition of a configuration is deep. */
const maxDepth = 50;

function attempt<T>(
  parse: () => T,
  locate: (offset: number) => Location,
  refuse: (problems: readonly Problem[]) => never,
): T {
  try {
    return parse();
  } catch (error) {
    // The parser documents that it may throw other errors on hostile text.
    const reason = error instanceof YAMLException ? error.reason : 'it cannot be parsed';
    const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    return refuse([{ message: `this is not YAML: ${reason}; mend it here or just above`, location: locate(offset) }]);
  }
}

/** Where the name of an anchor or alias begins, right behind its mark; -1 where there is none. */
function anchorOf(event: Event): number {
  switch (event.type) {
    case EVENT_ALIAS:
    case EVENT_MAPPING:
    case EVENT_SCALAR:
    case EVENT_SEQUENCE:
      return event.anchorStart;
    default:
      return -1;
  }
}

function offsetFrom(events: readonly Event[], at: number): number {
  const content = events[at + 1];
  if (content?.type === EVENT_MAPPING || content?.type === EVENT_SEQUENCE) return content.start;
  return content?.type === EVENT_SCALAR ? Math.max(0, content.valueStart) : 0;
}
