import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describePostgres, startPostgres } from './start-postgres';

describePostgres('a real PostgreSQL', () => {
  it('runs with the given parameters, and leaves nothing behind', async () => {
    const server = await startPostgres({ settings: { statement_timeout: '45s' } });
    try {
      await server.sql('CREATE DATABASE shop');
      expect(await server.sql('CREATE TABLE t (); SHOW statement_timeout', 'shop')).toEqual([
        { statement_timeout: '45s' },
      ]);
      server.freeze();
    } finally {
      await server.stop();
    }
    expect(existsSync(server.socket)).toBe(false);
    await expect(
      new Promise((resolve, reject) =>
        connect(server.port, server.host).once('connect', resolve).once('error', reject),
      ),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 60_000);

  it('says what PostgreSQL said when it does not start', async () => {
    await expect(startPostgres({ settings: { no_such_parameter: '1' } })).rejects.toThrow('no_such_parameter');
  }, 60_000);
});
