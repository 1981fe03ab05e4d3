import { known, type Json } from '../../lib/core/setting';
import httpApi from '../../lib/kinds/http-api';
import { effective, fires, isUnverified, later } from './resource';

describe('http-api', () => {
  it.each<[string, Record<string, Json>, number]>([
    ['HTTP', { protocol: 'HTTP' }, 30],
    ['WebSocket', { protocol: 'WEBSOCKET' }, 29],
    ['made from a definition, which only HTTP APIs are', {}, 30],
    ['not known: the shorter one', { protocol: later }, 29],
  ])('never waits longer: %s', (_, written, seconds) => {
    expect(fires(httpApi, 'api.integration_timeout', written)).toBe(seconds);
    expect(isUnverified(effective(httpApi, written).integration_timeout)).toBe(written.protocol === later);
  });

  it('cannot be raised, whatever is written', () => {
    expect(fires(httpApi, 'api.integration_timeout', { protocol: 'HTTP', integration_timeout: 60 })).toBe(30);
    expect(httpApi.timers.map(({ alone }) => alone)).toEqual([false, true]);
  });

  it.each<[string, Record<string, Json>, object]>([
    [
      'of quick create is the longest',
      { protocol: 'HTTP', quick_create: 'arn:aws:lambda:x' },
      { state: 'known', value: 30 },
    ],
    ['of quick create, whose target is known later', { protocol: 'HTTP', quick_create: later }, { value: 30 }],
    ['of a definition may be any below that', {}, { state: 'unknown', bounds: { min: 0.05, max: 30 } }],
    ['of a WebSocket API', { protocol: 'WEBSOCKET' }, { state: 'unknown', bounds: { min: 0.05, max: 29 } }],
  ])('an integration that no document shows: %s', (_, written, expected) => {
    const value = httpApi.timers[1]!.value;
    expect('compute' in value && value.compute(effective(httpApi, written))).toMatchObject(expected);
  });

  it('is stood for by its integrations, but for those that answer by themselves', () => {
    const [member] = httpApi.hop?.members ?? [];
    expect(member).toMatchObject({ kind: 'http-integration', link: 'api' });
    expect(member?.use?.({ type: known('MOCK') })).toBe(false);
    expect(member?.use?.({ type: known('HTTP_PROXY') })).toBe(true);
  });
});
