import type { Hop } from './path';
import type { ParameterSpec } from './parameter';
import type { LevelEffect, SessionContext } from './session';
import { parseValue } from './session-roles';
import { unknown, valueOf, type Json, type Level, type Setting, type Step } from './setting';
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
  return effects.map((effect) =>
    effect.does === 'sets' && effect.to.state === 'known'
      ? {
          does: 'may-set',
          to: [effect.to],
          why: `${dropper.node.subject} may drop startup options`,
          settles: `set ${parameter.name} on the role instead`,
        }
      : effect,
  );
}

function setBy(
  hop: Hop,
  setting: 'session_parameters' | 'startup_options',
  level: Level,
  parameter: ParameterSpec,
  context: SessionContext,
): readonly LevelEffect[] {
  const written = hop.node.settings[setting];
  const text = textIn(valueOf(written), parameter.name) ?? null;
  const step: Step = { level, subject: hop.node.subject, attribute: parameter.name, text, ...placeOf(written) };
  if (written !== undefined && written.state !== 'known')
    return [{ does: 'sets', to: unknown(written.why, written.settles, [step]) }];
  if (text === null) return [];
  return [{ does: 'sets', to: parseValue(text, parameter, context, step) }];
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
