import type { Connection } from '../../core/connection';
import type { SettingSpec } from '../../core/kind';
import { plain, type Evaluated } from '../evaluated/value';
import { connectionsIn } from './connections';
import { keptText } from './kept';
import { elements, isOpen, member, waysOf, type Open } from './members';
import { fromSecret, secretsIn, type SecretRow } from './secret';
import { seen } from './seen';
import type { Variable } from './variable';
import { variablesIn } from './variables-in';

/** The connections of every container; those whose variable comes from a secret are not in view. */
export function connectionsOfContainers(containers: readonly Evaluated[]): readonly Connection[] | Open {
  const found: Connection[] = [];
  for (const [at, container] of containers.entries()) {
    const written = variablesIn(member(container, 'environment', 'Environment'));
    if (isOpen(written)) return written;
    const secrets = elements(member(container, 'secrets', 'Secrets'));
    if (isOpen(secrets)) return secrets;
    found.push(...connectionsIn([...written, ...secrets.flatMap(secretVariables)], nameOf(container, at)));
  }
  return found;
}

function secretVariables(element: Evaluated): readonly Variable[] {
  return waysOf(element)
    .filter((way) => way.is === 'object')
    .map((way) => ({
      name: seen(member(way, 'name', 'Name'))?.text ?? '',
      value: fromSecret(member(way, 'valueFrom', 'ValueFrom')),
    }));
}

/** ECS takes letters, digits, hyphens and underscores for a name; a container without a readable one goes by its number. */
function nameOf(container: Evaluated, at: number): string {
  const name = seen(member(container, 'name', 'Name'))?.text ?? '';
  return /^[\w-]{1,255}$/.test(name) ? name : `#${String(at + 1)}`;
}

/** Which variables come from a secret, of all containers. */
export function secretsOfContainers(containers: readonly Evaluated[]): readonly SecretRow[] | Open {
  const all: SecretRow[] = [];
  for (const container of containers) {
    const rows = secretsIn(member(container, 'secrets', 'Secrets'));
    if (isOpen(rows)) return rows;
    all.push(...rows);
  }
  return all;
}

/**
 * The kernel settings that containers ask for, by name. Containers of a task share them where they share its network, and "the last
 * started container" wins there: two values of one name are not known.
 */
export function sysctlsOfContainers(
  containers: readonly Evaluated[],
): readonly (readonly [name: string, value: string])[] | Open {
  const found = new Map<string, string>();
  for (const container of containers) {
    const controls = elements(member(container, 'systemControls', 'SystemControls'));
    if (isOpen(controls)) return controls;
    for (const control of controls) {
      const name = seen(member(control, 'namespace', 'Namespace'))?.text ?? '';
      if (!/^net\.[\w.-]{1,80}$/.test(name)) continue;
      const written = seen(member(control, 'value', 'Value'));
      const text = written === null || written.cause !== null ? null : keptText(written.text);
      const before = found.get(name);
      if (text === null || (before !== undefined && before !== text)) return { open: unclear(name, text) };
      found.set(name, text);
    }
  }
  return [...found];
}

function unclear(name: string, text: string | null): Evaluated {
  return text === null
    ? { is: 'unknown', why: `sets \`${name}\` to what is no number or not known`, settles: 'write a number' }
    : { is: 'unknown', why: `sets \`${name}\` to several values`, settles: 'write the same value in every container' };
}

/**
 * The shortest `stopTimeout` of an essential container, as a document writes it: a task stops when one of them does.
 * `undefined` where the documented default is shorter, which containers have that write none, or where none writes one.
 */
export function stopTimeoutOfContainers(
  containers: readonly Evaluated[],
  documented: SettingSpec['default'],
): Evaluated | undefined {
  const essential = containers.filter((one) => seen(member(one, 'essential', 'Essential'))?.text !== 'false');
  const written = (essential.length > 0 ? essential : containers).map((one) =>
    member(one, 'stopTimeout', 'StopTimeout'),
  );
  const said = written.filter((one) => plain(one) !== null && plain(one) !== '');
  const open = said.find((one) => !Number.isFinite(Number(plain(one))));
  if (open !== undefined || said.length === 0) return open;
  const shortest = said.reduce((one, other) => (Number(plain(other)) < Number(plain(one)) ? other : one));
  if (said.length === written.length) return shortest;
  const byDefault = typeof documented === 'object' && 'value' in documented ? documented.value : null;
  return typeof byDefault === 'number' && Number(plain(shortest)) >= byDefault ? undefined : shortest;
}
