import type { ConnectionReads, Reads, SettingSpec } from '../../core/kind';
import { known, table, unknown, type Json, type Known, type Setting, type Step } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { connectionOf, connectionsIn } from './connections';
import {
  connectionsOfContainers,
  secretsOfContainers,
  stopTimeoutOfContainers,
  sysctlsApart,
  sysctlsOfContainers,
} from './container-settings';
import { containersIn } from './containers';
import { behind, isOpen, type Open } from './members';
import { secretsIn, type SecretRow } from './secret';
import { causeOf } from './seen';
import { variablesIn } from './variables-in';

/**
 * A setting that is read from the variables of a process or from its containers; `undefined` where nothing is written.
 *
 * What a source marks sensitive is read all the same, unlike any other sensitive value: a connection string is marked so for
 * its password, as a rule, and often the whole environment with it. Of it only names, numbers and switches that drivers document
 * get here, and those are no secrets; its provenance says `(sensitive)`.
 */
export function processSetting(
  spec: SettingSpec & { readonly as: ConnectionReads },
  value: Evaluated,
  at: Step,
  isSensitive = false,
): Setting | undefined {
  const found = behind(value);
  if (found.is === 'value' && (found.value === null || found.value === '')) return undefined;
  const step = (text: string): Step => ({ ...at, text: isSensitive ? '(sensitive)' : text });
  const open = (one: Evaluated): Setting => {
    const { why, settles } = causeOf(one);
    return unknown(`\`${at.attribute}\` of \`${at.subject}\` ${why}`, settles, [at]);
  };
  const list = <T>(rows: readonly T[] | Open, noun: string, made: (rows: readonly T[]) => Json): Setting =>
    isOpen(rows)
      ? open(rows.open)
      : known(made(rows), step(`${String(rows.length)} ${noun}${rows.length === 1 ? '' : 's'}`));
  if (spec.as === 'connection') {
    const attribute = at.attribute.slice(at.attribute.lastIndexOf('.') + 1);
    if (found.is === 'list' || found.is === 'object') return list([], 'connection', (rows) => rows);
    const connection = connectionOf({ name: attribute, value: found }, null);
    if (connection === null && plain(found) === undefined) return open(found);
    return list(connection === null ? [] : [connection], 'connection', (rows) => rows);
  }
  if (spec.as === 'variables') {
    const variables = variablesIn(found);
    return list(isOpen(variables) ? variables : connectionsIn(variables, null), 'connection', (rows) => rows);
  }
  const containers = containersIn(found);
  switch (spec.as) {
    case 'container-variables':
      return list(isOpen(containers) ? containers : connectionsOfContainers(containers), 'connection', (rows) => rows);
    case 'container-secrets': {
      const own = secretsIn(found);
      const rows = isOpen(containers) ? own : secretsOfContainers(containers);
      return list(isOpen(own) || isOpen(rows) ? rows : [...own, ...rows], 'secret', secretsTable);
    }
    case 'container-sysctls': {
      const rows = isOpen(containers) ? containers : sysctlsOfContainers(containers);
      return list(rows, 'kernel setting', (all) => table(all));
    }
    case 'container-sysctls-apart': {
      const names = isOpen(containers) ? containers : sysctlsApart(containers);
      return list(names, 'kernel setting', (all) => all);
    }
    case 'container-stop-timeout': {
      if (isOpen(containers)) return open(containers.open);
      const written = stopTimeoutOfContainers(containers, spec.default);
      const text = written === undefined ? '' : String(plain(written) ?? '');
      if (written === undefined) return undefined;
      const called = at.attribute === spec.cloudformation ? spec.called?.cloudformation : spec.called?.terraform;
      const own = { ...step(text), attribute: called ?? at.attribute };
      return wholeSeconds.test(text) ? known<Json>(Number(text), own) : open(written);
    }
  }
}

const wholeSeconds = /^\d{1,9}$/;

/** What such a setting is on a branch that writes nothing; `null` for every other one, and where a documented default applies. */
export function nothingWritten(as: Reads, step: Step): Known<Json> | null {
  switch (as) {
    case 'variables':
    case 'container-variables':
    case 'container-sysctls-apart':
    case 'connection':
      return known<Json>([], step);
    case 'container-sysctls':
    case 'container-secrets':
      return known<Json>(table(), step);
    default:
      return null;
  }
}

/** The first wins where several containers have a variable of one name. */
function secretsTable(rows: readonly SecretRow[]): Json {
  const secrets = table<string>();
  for (const [name, from] of rows) secrets[name] ??= from;
  return secrets;
}
