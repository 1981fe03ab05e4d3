import type { Connection } from '../../core/connection';
import type { SettingSpec } from '../../core/kind';
import { plain, type Evaluated } from '../evaluated/value';
import { connectionsIn } from './connections';
import { keptText } from './kept';
import { behind, elements, isOpen, member, waysOf, type Open } from './members';
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

/** Which variables come from a secret, of all containers: `DATABASE_URL`, and `api/DATABASE_URL` where several have one. */
export function secretsOfContainers(containers: readonly Evaluated[]): readonly SecretRow[] | Open {
  const all: (readonly [container: string, ...row: SecretRow])[] = [];
  for (const [at, container] of containers.entries()) {
    const rows = secretsIn(member(container, 'secrets', 'Secrets'));
    if (isOpen(rows)) return rows;
    all.push(...rows.map((row) => [nameOf(container, at), ...row] as const));
  }
  return all.map(([container, variable, from]) => {
    const isShared = all.some(([other, name]) => name === variable && other !== container);
    return [isShared ? `${container}/${variable}` : variable, from];
  });
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
    const controls = sysctlsOf(container);
    if (isOpen(controls)) return controls;
    for (const [name, text] of controls) {
      const before = found.get(name);
      if (text === null || (before !== undefined && before !== text)) return { open: unclear(name, text) };
      found.set(name, text);
    }
  }
  return [...found];
}

/** The kernel settings that some containers ask for and others do not. They count for all only where these share a network. */
export function sysctlsApart(containers: readonly Evaluated[]): readonly string[] | Open {
  const sets: ReadonlySet<string>[] = [];
  for (const container of containers) {
    const controls = sysctlsOf(container);
    if (isOpen(controls)) return controls;
    sets.push(new Set(controls.map(([name]) => name)));
  }
  const all = new Set(sets.flatMap((names) => [...names]));
  return [...all].filter((name) => !sets.every((names) => names.has(name)));
}

/** The settings of the network that one container asks for; `null` where a value is no number or not known. */
function sysctlsOf(container: Evaluated): readonly (readonly [name: string, text: string | null])[] | Open {
  const controls = elements(member(container, 'systemControls', 'SystemControls'));
  if (isOpen(controls)) return controls;
  const found = controls.map(behind);
  // Whether it is set depends on a condition.
  const open = found.find((control) => control.is === 'choice');
  if (open !== undefined) return { open };
  return found.flatMap((control) => {
    const name = seen(member(control, 'namespace', 'Namespace'))?.text ?? '';
    if (!/^net\.[\w.-]{1,80}$/.test(name)) return [];
    const written = seen(member(control, 'value', 'Value'));
    return [[name, written === null || written.cause !== null ? null : keptText(written.text)] as const];
  });
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
