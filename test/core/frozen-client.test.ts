import { evaluate } from '../../lib/core/evaluate';
import { kinds } from '../../lib/kinds';
import { readConfiguration } from '../../lib/read/configuration/read';
import { fact, readingsOf } from './estate';

/** A firewall of 2 min, pauses of 15 min, and a driver that probes every 15 s. */
function pausing(client: string): { readonly effect: string; readonly because: string } | undefined {
  const configuration = readConfiguration(
    {
      version: 1,
      workloads: [
        {
          name: 'report',
          maxQueryDuration: '1s',
          maxIdle: '15m',
          path: [
            { client, driver: 'pgx', connection: 'postgres://orders/app' },
            { firewall: { name: 'edge', idleTimeout: '2m' } },
            { database: { name: 'orders' } },
          ],
        },
      ],
    },
    () => ({ document: 'holdfast.yaml' }),
    kinds,
    { policies: [] },
  );
  const { workloads } = evaluate({
    readings: readingsOf([fact('function', 'fn'), fact('service', 'api')]),
    configuration,
    kinds,
    policies: [],
    today: '2026-01-01',
    version: '0.0.0',
    partial: false,
  });
  return workloads[0]?.timeline.find((row) => row.timer === 'firewall.tcp_idle_timeout' && row.phase === 'pause');
}

describe('a pause that probes are to survive', () => {
  it('is survived where the program goes on running', () => {
    expect(pausing('api')).toMatchObject({ effect: 'kept-alive' });
  });

  it('is not known to be where AWS freezes the function meanwhile', () => {
    expect(pausing('fn')).toMatchObject({ effect: 'may-cut', because: expect.stringMatching(/^fn may be frozen/) });
  });
});
