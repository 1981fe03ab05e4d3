import proxy from '../../lib/kinds/proxy';
import { fires, follows, timer } from './resource';

describe('proxy', () => {
  it('disconnects a client that pauses 1800 s, and no running query', () => {
    expect(fires(proxy, 'proxy.idle_client_timeout')).toBe(1800);
    expect(fires(proxy, 'proxy.idle_client_timeout', { idle_client_timeout: 28_800 })).toBe(28_800);
    expect(timer(proxy, 'proxy.idle_client_timeout')).toMatchObject({
      class: 'between-queries',
      phases: ['pause'],
      bounds: 'idle',
    });
    expect(follows(proxy, 'proxy.idle_client_timeout')).toBe('orderly-close');
    expect(proxy.settings.idle_client_timeout?.range).toMatchObject({ min: 1, max: 28_800 });
  });

  it('ends connections after 24 h, perhaps', () => {
    expect(fires(proxy, 'proxy.connection_lifetime', { connection_lifetime: 1 })).toBe(86_400);
    expect(timer(proxy, 'proxy.connection_lifetime')).toMatchObject({
      class: 'life-cap',
      phases: ['query'],
      bounds: 'connection-age',
    });
    expect(timer(proxy, 'proxy.connection_lifetime').uncertain).toMatch(/not documented/);
  });

  it('ends TCP, refuses startup options and says nothing of its probes', () => {
    expect(proxy.hop).toMatchObject({
      key: 'proxy',
      side: 'connection',
      does: 'terminates',
      keepalive: 'undocumented',
      startupOptions: 'refused',
      parts: [{ kind: 'proxy-target-group', link: 'proxy' }],
    });
    expect(proxy.hop?.inline?.initQuery?.setting).toBe('init_query');
  });
});
