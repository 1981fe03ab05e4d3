import type { Fact } from '../../core/fact';
import type { HopKey, InlineKey, Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { known, table, type Setting, type Step, type Table } from '../../core/setting';
import { inlineKey, leftToDriver, noKeepalive, type Declared } from './inline-values';
import type { Place } from './place';
import { text } from './scalars';
import { object, type Key, type Shape } from './shape';

/** A hop that the configuration itself describes. Its id is complete once the workload's name is known. */
export type InlineHop = { readonly by: 'inline'; readonly fact: Omit<Fact, 'id'> };

/** Which kind an inline hop of a key is, and which keys it takes. */
export type InlineForm = { readonly kind: Kind; readonly keys: Table<InlineKey> };

/** The inline form of a hop key, or `null` where its kind has none. */
export function inlineForm(kinds: readonly Kind[], key: HopKey): InlineForm | null {
  const kind = kinds.find(({ hop }) => hop?.key === key && hop.inline !== undefined);
  return kind?.hop?.inline === undefined ? null : { kind, keys: kind.hop.inline };
}

/** `{ name: datacentre edge, idleTimeout: 5m }`: reads to a fact that no document holds. */
export function inlineHop(key: HopKey, form: InlineForm, parameters: Table<ParameterSpec>): Shape<InlineHop> {
  const keys: Record<string, Key<unknown>> = table<Key<unknown>>([
    [
      'name',
      {
        shape: name,
        description: 'What messages call it.',
        example: 'datacentre edge',
        required: 'so no message could name it',
      },
    ],
    ...Object.entries(form.keys).map(
      ([inner, spec]) => [inner, inlineKey(inner, spec, form.kind, parameters)] as const,
    ),
  ]);
  const fields = object(`an inline \`${key}\``, keys);
  return {
    schema: fields.schema,
    read: (value, at) => {
      const read = fields.read(value, at);
      return read === undefined ? undefined : { by: 'inline', fact: factOf(key, form, read, at) };
    },
  };
}

const name = text('a name', 'datacentre edge');

function factOf(key: HopKey, form: InlineForm, read: Table<unknown>, at: Place): Omit<Fact, 'id'> {
  const subject = String(read.name);
  // Each of the other keys was read by `inlineKey`.
  const said = Object.keys(form.keys).flatMap((inner) => (read[inner] ?? []) as readonly Declared[]);
  const declared = sendsNoProbes(key, form, read, said)
    ? [...said, ...noKeepalive('keepalive', null)]
    : namesDriver(said)
      ? said.flatMap(leftToDriver)
      : said;
  return {
    kind: form.kind.name,
    type: key,
    source: 'configuration',
    subject,
    names: [subject],
    identity: {},
    tags: table(),
    settings: table(declared.map((one) => [one.setting, settingOf(one, subject, at)])),
    links: table(),
    location: at.location(),
  };
}

/** Whether a client says how it connects, so that what it leaves out is its driver's. */
function namesDriver(said: readonly Declared[]): boolean {
  return said.some(({ setting }) => setting === 'connections' || setting === 'driver');
}

/** What a client does not say about keepalive it does not have: most drivers leave it off (facts: postgres-rds 5.1). */
function sendsNoProbes(key: HopKey, form: InlineForm, read: Table<unknown>, said: readonly Declared[]): boolean {
  return (
    key === 'client' &&
    !namesDriver(said) &&
    Object.entries(form.keys).every(([inner, spec]) => spec.as !== 'keepalive' || read[inner] === undefined)
  );
}

function settingOf({ value, attribute, text: written, cite }: Declared, subject: string, at: Place): Setting {
  const place = attribute.split('.').reduce((inside, step) => inside.inside(step), at);
  const step: Step = { level: 'declared', subject, attribute, text: written, location: place.location() };
  return known(value, cite === undefined ? step : { ...step, cite });
}
