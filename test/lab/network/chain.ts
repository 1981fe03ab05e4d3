import { command } from './command';

/** A host of a chain: a network namespace of its own, with an address towards each neighbour. */
export type Host = {
  readonly name: string;
  /** The name of its network namespace. */
  readonly namespace: string;
  /** Its address as the hosts above it see it; the first host has none. */
  readonly above: string | null;
  /** Its address as the hosts below it see it; the last host has none. */
  readonly below: string | null;
};

/**
 * Makes hosts that stand in a line, each joined to the next by a cable (veth), and routes between all of them. Each is a
 * namespace of its own: nothing leads out of the line.
 */
export async function makeChain(id: string, names: readonly string[]): Promise<readonly Host[]> {
  const hosts = names.map((name, at): Host => ({
    name,
    namespace: `${id}-${String(at)}`,
    above: at === 0 ? null : addressAt(at - 1, 2),
    below: at === names.length - 1 ? null : addressAt(at, 1),
  }));
  await command('ip', ['-batch', '-'], hosts.map((host) => `netns add ${host.namespace}\n`).join(''));
  const cables = hosts.slice(1).map((host, at) => cable(id, at, hosts[at]?.namespace ?? '', host.namespace));
  await command('ip', ['-batch', '-'], cables.join(''));
  await Promise.all(hosts.map((host, at) => configure(host, at, hosts.length)));
  return hosts;
}

/** Removes the namespaces of a chain, and with them its cables, addresses, routes and rules. */
export async function removeChain(hosts: readonly Host[]): Promise<void> {
  await command('ip', ['-batch', '-'], hosts.map((host) => `netns del ${host.namespace}\n`).join(''));
}

function addressAt(cableAt: number, end: 1 | 2): string {
  return `10.77.${String(cableAt)}.${String(end)}`;
}

function cable(id: string, at: number, upper: string, lower: string): string {
  const [a, b] = [`${id}u${String(at)}`, `${id}d${String(at)}`];
  return [
    `link add ${a} type veth peer name ${b}`,
    `link set ${a} netns ${upper} name below`,
    `link set ${b} netns ${lower} name above`,
    '',
  ].join('\n');
}

/** Addresses of one host, and routes to every cable that is not its own: those above it upwards, the others downwards. */
async function configure(host: Host, at: number, count: number): Promise<void> {
  const lines = ['link set dev lo up'];
  if (host.above !== null) lines.push(`addr add ${host.above}/24 dev above`, 'link set dev above up');
  if (host.below !== null) lines.push(`addr add ${host.below}/24 dev below`, 'link set dev below up');
  for (let other = 0; other < count - 1; other += 1) {
    if (other < at - 1) lines.push(`route add 10.77.${String(other)}.0/24 via ${addressAt(at - 1, 1)}`);
    if (other > at) lines.push(`route add 10.77.${String(other)}.0/24 via ${addressAt(at, 2)}`);
  }
  await command('ip', ['-netns', host.namespace, '-batch', '-'], `${lines.join('\n')}\n`);
}
