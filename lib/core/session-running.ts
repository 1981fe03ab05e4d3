import { catalogsRunBy, runningParameters } from './catalogs';
import type { ParameterSpec, RunningParameter } from './parameter';
import type { ServerEffect, SessionContext } from './session';
import { parseValue } from './session-roles';
import { textIn } from './session-hops';
import { unknown, valueOf, type Step } from './setting';

/** Who set a value that every session starts with; the others speak of the login that read the catalog (facts: postgres-rds 1.5). */
const serverSources = ['default', 'environment variable', 'configuration file', 'command line'];

/**
 * What the server itself says that it runs, over what its parameter groups say: their values count only once they are applied.
 * A state is believed where it says anything, and what a plan or a program makes is not what runs now.
 */
export function runningLevels(parameter: ParameterSpec, context: SessionContext): readonly ServerEffect[] {
  const { graph, database } = context;
  const does = strength(database.source);
  if (does === null) return [];
  return catalogsRunBy(graph, database).flatMap((catalog): readonly ServerEffect[] => {
    const row = runningParameters(catalog).find((one) => one.name === parameter.name);
    if (row === undefined) return [];
    if (!serverSources.includes(row.source)) return hidden(parameter, context);
    const text = `${effective(row, parameter)}${row.unit === null ? '' : ` ${row.unit}`}`;
    const step: Step = {
      level: 'server',
      subject: catalog.subject,
      attribute: parameter.name,
      text,
      ...(catalog.location === undefined ? {} : { location: catalog.location }),
    };
    return [{ does, to: parseValue(text, parameter, context, step) }];
  });
}

/**
 * The login that read the catalog has a value of its own, which hides what the others start with. A parameter group or a
 * declaration says that all the same; of a server that has neither, the engine's default would be a guess.
 */
function hidden(parameter: ParameterSpec, { database, spec }: SessionContext): readonly ServerEffect[] {
  const declared = textIn(valueOf(database.settings.server_parameters), parameter.name);
  if (spec.groups.length > 0 || declared !== undefined) return [];
  const why = `the login that read the catalog of ${database.subject} has its own ${parameter.name}, which hides the server's`;
  const settles = `read the catalog with a login that has no ${parameter.name} of its own, or declare it in the settings of ${database.subject}`;
  const step: Step = { level: 'server', subject: database.subject, attribute: parameter.name, text: null };
  return [{ does: 'sets', to: unknown(why, settles, [step]) }];
}

function strength(source: SessionContext['database']['source']): 'sets' | 'settles' | null {
  if (source === 'account' || source === 'configuration') return 'sets';
  return source === 'state' ? 'settles' : null;
}

/**
 * The value that a session starts with. Of a keepalive the operating system has the last word, and `setting` shows it, except
 * over a Unix socket, where it is always 0 (facts: postgres-rds 1.4).
 */
function effective(row: RunningParameter, { zero }: ParameterSpec): string {
  return zero === 'system' && row.setting !== '0' ? row.setting : row.resetVal;
}
