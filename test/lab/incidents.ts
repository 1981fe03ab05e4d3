import { createConnection } from 'node:net';
import path from 'node:path';
import { command } from './network/command';
import type { Running } from './network/start';
import { port } from './servers/postgres';
import type { World } from './world';
import type { Incident } from './scenario';

/** Lets something befall the path of a world; `client` is the program that connects. Resolves when it has happened. */
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
    case 'task stops': {
      const part = world.hosts.find((one) => one.part.is === 'client' && one.part.stopTimeout !== null)?.part;
      if (part?.is !== 'client' || part.stopTimeout === null)
        throw new Error('no client on this path has a stop timeout');
      client.child.kill('SIGTERM');
      await wait(part.stopTimeout);
      return client.kill();
    }
    case 'rows are vacuumed':
      if (world.primary === null) throw new Error('this database has no primary: say `standby: true`');
      await world.primary.sql('delete from kept');
      await world.primary.sql('vacuum kept');
      // VACUUM leaves its WAL to a writer that may sleep for seconds; a commit sends it.
      await world.primary.sql('insert into kept values (0)');
  }
}

const silence = `table inet cut {
  chain in { type filter hook input priority filter; policy drop; }
  chain out { type filter hook output priority filter; policy drop; }
}
`;

/** What a load balancer does to established connections once the delay is over: it closes them, a Network one with RST. */
async function deregister(world: World): Promise<void> {
  for (const { part, folder } of world.hosts) {
    if (part.is === 'router' && part.deregistrationDelay !== null) {
      await wait(part.deregistrationDelay);
      // A router has no connection to close: the kernel of the database's host resets it towards both ends.
      const last = world.hosts.at(-1)?.host.namespace ?? '';
      const connection = ['-K', 'state', 'established', 'sport', '=', `:${String(port)}`];
      await command('ip', ['netns', 'exec', last, 'ss', ...connection]);
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
