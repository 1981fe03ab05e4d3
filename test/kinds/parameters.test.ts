import { parameters } from '../../lib/kinds/_parameters';

describe('the parameters', () => {
  // Seconds, counts as they are; null is off.
  it.each([
    ['statement_timeout', null, null, null],
    ['transaction_timeout', null, null, null],
    ['lock_timeout', null, null, null],
    ['idle_session_timeout', null, null, null],
    ['idle_in_transaction_session_timeout', null, null, 86_400],
    ['tcp_keepalives_idle', 7200, 300, 300],
    ['tcp_keepalives_interval', 75, 30, 30],
    ['tcp_keepalives_count', 9, 2, 2],
    ['tcp_user_timeout', null, null, null],
    ['client_connection_check_interval', null, null, null],
    ['max_standby_streaming_delay', 30, 30, 14],
    ['hot_standby_feedback', 0, 0, 0],
    ['authentication_timeout', 60, 60, 60],
    ['ssl_renegotiation_limit', 0, 0, 0],
  ])('%s is %s, on RDS %s, on Aurora %s by default', (name, vanilla, rds, aurora) => {
    const defaults = parameters[name]?.defaults;
    expect([defaults?.vanilla.value, defaults?.rds.value, defaults?.aurora.value]).toEqual([vanilla, rds, aurora]);
  });

  it.each([
    ['tcp_user_timeout', 12],
    ['client_connection_check_interval', 14],
    ['idle_session_timeout', 14],
    ['idle_in_transaction_session_timeout', 9.6],
    ['transaction_timeout', 17],
    ['statement_timeout', 9.3],
    ['tcp_keepalives_idle', 9.3],
  ])('%s exists from PostgreSQL %s on', (name, since) => {
    expect(parameters[name]?.since).toBe(since);
  });

  it.each([
    ['tcp_keepalives_idle', 's', 0, 2_147_483_647],
    ['tcp_keepalives_interval', 's', 0, 2_147_483_647],
    ['tcp_keepalives_count', null, 0, 2_147_483_647],
    ['tcp_user_timeout', 'ms', 0, 2_147_483_647],
    ['statement_timeout', 'ms', 0, 2_147_483_647],
    ['authentication_timeout', 's', 1, 600],
    ['max_standby_streaming_delay', 'ms', -1, 2_147_483_647],
    ['ssl_renegotiation_limit', 'kB', 0, 0],
  ])('%s is in %s from %s to %s', (name, unit, min, max) => {
    expect(parameters[name]).toMatchObject({ unit, range: { min, max } });
  });

  it('marks every default without an AWS source', () => {
    const unverified = Object.values(parameters).flatMap((spec) =>
      (['vanilla', 'rds', 'aurora'] as const)
        .filter((flavour) => spec.defaults[flavour].unverified === true)
        .map((flavour) => `${spec.name} ${flavour}`),
    );
    expect(unverified.sort()).toEqual([
      'authentication_timeout aurora',
      'authentication_timeout rds',
      'hot_standby_feedback aurora',
      'hot_standby_feedback rds',
      'idle_session_timeout rds',
      'lock_timeout aurora',
      'lock_timeout rds',
      'max_standby_streaming_delay aurora',
      'max_standby_streaming_delay rds',
      'transaction_timeout aurora',
      'transaction_timeout rds',
    ]);
  });

  it('cannot be set by a role where the server alone decides', () => {
    const others = Object.values(parameters).filter((spec) => spec.context !== 'user');
    expect(others.map((spec) => `${spec.name} ${spec.context}`).sort()).toEqual([
      'authentication_timeout sighup',
      'hot_standby_feedback sighup',
      'max_standby_streaming_delay sighup',
      'ssl_renegotiation_limit internal',
    ]);
  });

  it('knows what Linux refuses although PostgreSQL takes it', () => {
    const largest = ['idle', 'interval', 'count'].map(
      (name) => parameters[`tcp_keepalives_${name}`]?.effectiveMax?.value,
    );
    expect(largest).toEqual([32_767, 32_767, 127]);
  });

  it('brings a source with every number', () => {
    const cites = Object.values(parameters).flatMap((spec) => [
      spec.cite,
      spec.range.cite,
      spec.effectiveMax?.cite ?? spec.cite,
      ...Object.values(spec.defaults).map((value) => value.cite),
    ]);
    expect(cites.filter((cite) => !cite.includes('https://'))).toEqual([]);
  });

  it('reads 0 as off, as the system, or as it is', () => {
    const zero = (name: string) => parameters[name]?.zero;
    expect(['statement_timeout', 'tcp_keepalives_idle', 'max_standby_streaming_delay'].map(zero)).toEqual([
      'off',
      'system',
      'value',
    ]);
    expect(parameters.max_standby_streaming_delay?.minusOne).toBe('off');
  });

  it('is safe to ask for names that every object has', () => {
    expect([parameters.constructor, parameters.__proto__]).toEqual([undefined, undefined]);
  });
});
