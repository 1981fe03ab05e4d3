import { createConnection } from 'node:net';
import path from 'node:path';
import { command } from './network/command';
import type { Running } from './network/start';
import type { World } from './world';
import type { Incident } from './scenario';

/** Lets something befall the path of a world. Resolves when it has happened. */
export async function happen(incident: Incident, world: World, client: Running): Promise<void> {
  switch (incident) {
    case 'client dies':
      return client.kill();
    case 'link breaks': {
      // The cable of the host that connects: no packet passes any more, and nobody is told.
      const namespace = world.hosts[0]?.host.namespace ?? '';
      await command('ip', ['netns', 'exec', namespace, 'nft', '-f', '-'], silence);
      return;
    }
    case 'deregister':
      return deregister(world);
  }
}

const silence = `table inet cut {
  chain in { type filter hook input priority filter; policy drop; }
  chain out { type filter hook output priority filter; policy drop; }
}
`;

/** What a load balancer does to established connections once the delay is over: a Network one resets, an Application one closes. */
async function deregister(world: World): Promise<void> {
  for (const { part, host, folder } of world.hosts) {
    if (part.is === 'router' && part.deregistrationDelay !== null) {
      await wait(part.deregistrationDelay);
      const rule = 'insert rule inet lab forward meta l4proto tcp reject with tcp reset';
      await command('ip', ['netns', 'exec', host.namespace, 'nft', rule]);
    }
    if (part.is === 'balancer' && part.deregistrationDelay !== null) {
      await wait(part.deregistrationDelay);
      await tellHaproxy(path.join(folder, 'admin'), 'shutdown sessions server lab/below');
    }
  }
}

/** Its socket lies in the file system, which all namespaces of the network share. */
async function tellHaproxy(socket: string, order: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const connection = createConnection(socket, () => connection.end(`${order}\n`));
    connection.once('error', reject).once('close', () => resolve());
    connection.resume();
  });
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
