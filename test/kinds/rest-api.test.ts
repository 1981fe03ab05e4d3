import { known } from '../../lib/core/setting';
import restApi from '../../lib/kinds/rest-api';
import { effective, later, timer } from './resource';

describe('rest-api', () => {
  it('runs the timers of its integrations; alone it shows none, and no integration takes longer than 15 min', () => {
    const spec = timer(restApi, 'api.integration_timeout');
    expect(spec.alone).toBe(true);
    expect('compute' in spec.value && spec.value.compute(effective(restApi))).toMatchObject({
      state: 'unknown',
      bounds: { min: 0.05, max: 900 },
    });
  });

  it.each([
    ['calls a function', 'AWS_PROXY', true],
    ['answers by itself', 'MOCK', false],
    ['may call something', later, true],
  ])('is stood for by an integration that %s', (_, type, expected) => {
    const [member] = restApi.hop?.members ?? [];
    expect(member).toMatchObject({ kind: 'rest-integration', link: 'rest_api' });
    const settings = type === later ? effective(restApi, { type }) : { type: known(type) };
    expect(member?.use?.(settings)).toBe(expected);
  });

  it('is not the same resource for having the same name', () => {
    expect(restApi.terraform?.names[0]).toBe('id');
    expect(restApi.terraform?.names).toContain('name');
    expect(restApi.cloudformation?.names).toEqual([]);
  });
});
