import pooler from '../../lib/kinds/pooler';
import { effective, fires, follows, shown, timer } from './resource';

describe('pooler', () => {
  it.each([
    ['pooler.query_timeout', 'query_timeout', 'server-limit', 'query', 'query'],
    ['pooler.client_idle_timeout', 'client_idle_timeout', 'between-queries', 'pause', 'idle'],
  ])('%s is off by default and at 0', (name, setting, kind, phase, bounds) => {
    const mode = { mode: 'transaction' };
    expect(fires(pooler, name, mode)).toBeNull();
    expect(fires(pooler, name, { ...mode, [setting]: 0 })).toBeNull();
    expect(fires(pooler, name, { ...mode, [setting]: 45 })).toBe(45);
    expect(timer(pooler, name)).toMatchObject({ class: kind, phases: [phase], bounds });
    expect(follows(pooler, name)).toBe('orderly-close');
  });

  // Seen in the lab: a client that holds a server connection is passed over.
  it.each([
    ['session', { mode: 'session' }],
    ['session, which is the default', {}],
  ])('client_idle_timeout does not run in mode %s', (_, mode) => {
    expect(fires(pooler, 'pooler.client_idle_timeout', { ...mode, client_idle_timeout: 45 })).toBe('absent');
  });

  it.each([
    ['session', 'client'],
    ['transaction', 'pool'],
    [undefined, 'client'],
  ])('in mode %s, server connections pause as those of a %s', (mode, whose) => {
    const below = pooler.hop?.below;
    expect(typeof below === 'function' && below(effective(pooler, mode === undefined ? {} : { mode }))).toBe(whose);
  });

  it('probes as its operating system does: 7200, 75, 9', () => {
    const settings = effective(pooler);
    expect(['keepalive_idle', 'keepalive_interval', 'keepalive_count'].map((name) => shown(settings[name]))).toEqual([
      7200, 75, 9,
    ]);
  });

  it('ends TCP and may drop startup options', () => {
    expect(pooler.hop).toMatchObject({
      key: 'pooler',
      side: 'connection',
      does: 'terminates',
      keepalive: 'own',
      startupOptions: 'may-drop',
    });
    expect(pooler.hop?.inline?.mode?.choices).toEqual(['session', 'transaction']);
  });
});
