import restIntegration from '../../lib/kinds/rest-integration';
import { effective, fires, later, shown, timer } from './resource';

const stream = 'api.stream_idle_timeout';

describe('rest-integration', () => {
  it('gives up after 29 s unless it says otherwise', () => {
    expect(fires(restIntegration, 'api.integration_timeout')).toBe(29);
    expect(fires(restIntegration, 'api.integration_timeout', { integration_timeout: 120 })).toBe(120);
    expect(timer(restIntegration, 'api.integration_timeout')).toMatchObject({
      class: 'request-cap',
      phases: ['query'],
      expiry: 'request-error',
    });
  });

  it('takes 50 ms to 15 min, in milliseconds, as far as AWS itself has said', () => {
    expect(restIntegration.settings.integration_timeout).toMatchObject({
      as: 'milliseconds',
      range: { min: 0.05, max: 900 },
    });
  });

  it.each([
    ['does not stream by default', {}, 'absent'],
    ['buffers', { response_transfer_mode: 'BUFFERED' }, 'absent'],
    ['streams: the endpoint decides', { response_transfer_mode: 'STREAM' }, { either: [30, 300] }],
    ['may stream', { response_transfer_mode: later }, { either: [30, 300, null] }],
  ])('%s', (_, written, expected) => {
    const { value } = timer(restIntegration, stream);
    const computed = 'compute' in value ? value.compute(effective(restIntegration, written)) : null;
    expect(computed === null ? 'absent' : shown(computed)).toEqual(expected);
  });

  it('may lead to a function, or to its alias', () => {
    expect(restIntegration.links.target?.to).toEqual(['function', 'function-alias']);
    expect(restIntegration.hop).toMatchObject({ key: 'api', side: 'request', does: 'terminates' });
  });
});
