import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../network/chain';
import { startOn, type Running } from '../network/start';

/** A load balancer that ends connections, as HAProxy stands in for one. */
export type Balancer = {
  readonly mode: 'http' | 'tcp';
  /** In seconds: how long either side may send nothing. */
  readonly idleTimeout: number;
  readonly listen: number;
  readonly to: { readonly address: string; readonly port: number };
};

/** Starts HAProxy on a host. A silent server is answered with 504 in mode `http`; in mode `tcp` both sides are closed. */
export async function startHaproxy(host: Host, folder: string, balancer: Balancer): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const milliseconds = String(Math.round(balancer.idleTimeout * 1000));
  const file = path.join(folder, 'haproxy.cfg');
  writeFileSync(
    file,
    [
      'global',
      `  stats socket ${path.join(folder, 'admin')} level admin`,
      'defaults',
      `  mode ${balancer.mode}`,
      '  timeout connect 5s',
      `  timeout client ${milliseconds}`,
      `  timeout server ${milliseconds}`,
      // A request that waits for its answer is the server's to time; the client only waits.
      ...(balancer.mode === 'http' ? ['  timeout http-request 60s'] : []),
      'listen lab',
      `  bind :${String(balancer.listen)}`,
      `  server below ${balancer.to.address}:${String(balancer.to.port)}`,
      '',
    ].join('\n'),
  );
  const running = startOn(host, 'haproxy', ['-db', '-f', file]);
  await listens(host, balancer.listen, running);
  return running;
}

/** Resolves once something on the host listens at the port: HAProxy does not say so itself. */
async function listens(host: Host, port: number, running: Running): Promise<void> {
  let ended = false;
  void running.ended.then(() => (ended = true));
  for (;;) {
    const probe = startOn(host, 'ss', ['-Hltn', `sport = :${String(port)}`]);
    await probe.ended;
    if (probe.said().trim() !== '') return;
    if (ended) throw new Error(`haproxy ended: ${running.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
