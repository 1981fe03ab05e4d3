import instance from '../../lib/kinds/instance';
import { isOfKind } from './resource';

describe('instance', () => {
  it.each([
    [{ engine: 'postgres' }, true],
    [{ engine: 'mysql' }, false],
    [{ engine: 'aurora-postgresql' }, false],
    [{ engine: undefined }, null],
    [{ engine: null }, null],
    [{ engine: '' }, null],
    [{}, null],
  ])('is an aws_db_instance with %j: %s', (attributes, expected) => {
    expect(isOfKind(instance, attributes)).toBe(expected);
  });

  it('takes its parameters from its own group', () => {
    expect(instance.session).toMatchObject({
      flavour: 'rds',
      groups: [{ level: 'instance-group', link: 'parameter_group' }],
    });
    expect(instance.links.parameter_group).toMatchObject({
      terraform: 'parameter_group_name',
      to: ['parameter-group'],
      by: ['name', 'id'],
    });
  });

  it('replicates another instance by its identifier, ARN or id', () => {
    expect(instance.links.replicate_source_db).toMatchObject({ to: ['instance'], by: ['identifier', 'arn', 'id'] });
  });

  it('is known by its identifier first, and by its address', () => {
    expect(instance.terraform?.names[0]).toBe('identifier');
    expect(instance.terraform?.names).toContain('address');
    expect(instance.hop).toEqual({ key: 'database', side: 'connection', does: 'terminates', keepalive: 'session' });
  });

  it.each([
    ['database.statement_timeout', 'server-limit', 'query', 'error-57014', 'query'],
    ['database.transaction_timeout', 'server-limit', 'query', 'fatal-25P04', 'transaction'],
    ['database.idle_session_timeout', 'between-queries', 'pause', 'fatal-57P05', 'idle'],
    ['database.idle_in_transaction_session_timeout', 'between-queries', 'pause', 'fatal-25P03', 'idle-in-transaction'],
    ['database.max_standby_streaming_delay', 'conflict', 'conflict', 'error-40001', 'query'],
  ])('%s is a %s timer of phase %s: %s, bounding %s', (name, kind, phase, expiry, bounds) => {
    const found = instance.timers.find((timer) => timer.name === name);
    expect(found).toMatchObject({
      class: kind,
      phases: [phase],
      expiry,
      bounds,
      value: { parameter: name.slice('database.'.length) },
    });
    expect(found?.uncertain === undefined).toBe(kind !== 'conflict');
  });

  it('judges no lock_timeout: it bounds only the wait for a lock', () => {
    expect(instance.timers.map((timer) => timer.name)).not.toContain('database.lock_timeout');
    expect(instance.timers).toHaveLength(5);
  });
});
