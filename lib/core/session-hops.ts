import type { Hop } from './path';
import type { ParameterSpec } from './parameter';
import type { LevelEffect, SessionContext } from './session';
import { parseValue } from './session-roles';
import { candidates, oneOf, unknown, type Json, type Level, type Setting, type Step } from './setting';
import { settingsOf } from './sql-settings';

/** What the hops say: startup options, then a proxy's init query, then the client's own SET. */
export function hopLevels(parameter: ParameterSpec, context: SessionContext): readonly LevelEffect[] {
  if (parameter.context !== 'user') return [];
  const below = context.hops.filter((hop) => hop.does === 'terminates' && hop.key !== 'client');
  return [
    ...context.hops.flatMap((hop) => optionsOf(hop, below, parameter, context)),
    ...below.flatMap((hop) =>
      [...new Set([...hop.parts, hop.member, hop.node])].flatMap((node) =>
        initQueryOf(node.settings.init_query, node.subject, parameter, context).map((effect) =>
          hop.partsSure || !hop.parts.includes(node) ? effect : ifPartOf(hop, node.subject, effect),
        ),
      ),
    ),
    ...context.hops.flatMap((hop) => setBy(hop, 'session_parameters', 'session', parameter, context)),
  ];
}

/** What a target group says that may be this proxy's or another's. */
function ifPartOf({ node }: Hop, subject: string, effect: LevelEffect): LevelEffect {
  if (effect.does !== 'sets' || effect.to.state !== 'known') return effect;
  return {
    does: 'may-set',
    to: [effect.to],
    why: `no link shows whether ${subject} belongs to ${node.subject}`,
    settles: 'write the name of the proxy in both places as the same fixed text, or pass a document that shows it',
  };
}

function optionsOf(
  hop: Hop,
  below: readonly Hop[],
  parameter: ParameterSpec,
  context: SessionContext,
): readonly LevelEffect[] {
  const effects = setBy(hop, 'startup_options', 'connection-options', parameter, context);
  if (below.some((one) => one.node.kind.hop?.startupOptions === 'refused')) return [];
  const dropper = below.find((one) => one.node.kind.hop?.startupOptions === 'may-drop');
  if (dropper === undefined) return effects;
  return effects.map((effect) => {
    const to = effect.does === 'sets' ? candidates(effect.to) : null;
    return to === null
      ? effect
      : {
          does: 'may-set',
          to,
          why: `${dropper.node.subject} may drop startup options`,
          settles: `set ${parameter.name} on the role instead`,
        };
  });
}

function setBy(
  hop: Hop,
  setting: 'session_parameters' | 'startup_options',
  level: Level,
  parameter: ParameterSpec,
  context: SessionContext,
): readonly LevelEffect[] {
  const written = hop.node.settings[setting];
  if (written === undefined) return [];
  const stepOf = (text: string | null, from: Setting): Step => ({
    level,
    ...valueOwner(from, hop),
    attribute: parameter.name,
    text,
    ...placeOf(from),
  });
  if (written.state === 'unknown')
    return [{ does: 'sets', to: unknown(written.why, written.settles, [stepOf(null, written)]) }];
  const ways = written.state === 'known' ? [written] : written.candidates;
  const texts = ways.flatMap((way) => {
    const text = textIn(way.value, parameter.name);
    return text === undefined ? [] : [parseValue(text, parameter, context, stepOf(text, way))];
  });
  const first = texts[0];
  if (first === undefined) return [];
  if (written.state === 'known') return [{ does: 'sets', to: first }];
  const { why, settles } = written;
  const open = texts.find((one) => one.state !== 'known');
  if (open !== undefined) return [{ does: 'sets', to: open }];
  const set = texts.filter((one) => one.state === 'known');
  return [
    texts.length === ways.length
      ? { does: 'sets', to: oneOf(set, why, settles) }
      : { does: 'may-set', to: set, why, settles },
  ];
}

/** Whose options they are, where a connection string carries them. */
function valueOwner(setting: Setting, { node }: Hop): Pick<Step, 'subject' | 'variable'> {
  const last = setting.state === 'known' ? setting.from.at(-1) : undefined;
  if (last?.level !== 'connection-options') return { subject: node.subject };
  return last.variable === undefined ? { subject: last.subject } : { subject: last.subject, variable: last.variable };
}

/** The text of a parameter in a table that was declared, `undefined` where it is not there. */
export function textIn(parameters: Json | undefined, name: string): string | undefined {
  if (parameters === undefined || parameters === null || typeof parameters !== 'object' || Array.isArray(parameters))
    return undefined;
  const value = Object.hasOwn(parameters, name) ? (parameters as { readonly [key: string]: Json })[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function initQueryOf(
  setting: Setting | undefined,
  subject: string,
  parameter: ParameterSpec,
  context: SessionContext,
): readonly LevelEffect[] {
  if (setting === undefined) return [];
  const step = (text: string | null): Step => ({
    level: 'init-query',
    subject,
    attribute: parameter.name,
    text,
    ...placeOf(setting),
  });
  if (setting.state !== 'known') return [{ does: 'sets', to: unknown(setting.why, setting.settles, [step(null)]) }];
  if (typeof setting.value !== 'string') return [];
  const { parameters, understood } = settingsOf(setting.value);
  const text = parameters[parameter.name];
  if (text !== undefined) return [{ does: 'sets', to: parseValue(text, parameter, context, step(text)) }];
  if (understood || !setting.value.toLowerCase().includes(parameter.name)) return [];
  const why = `the init query of ${subject} mentions ${parameter.name} in a way that is not read`;
  return [{ does: 'sets', to: unknown(why, 'write it as SET name = value', [step(null)]) }];
}

/** Where the hop's own text is written, so that a finding points at it. */
function placeOf(setting: Setting | undefined): Pick<Step, 'location'> {
  const location = setting?.state === 'one-of' ? undefined : setting?.from.at(-1)?.location;
  return location === undefined ? {} : { location };
}
