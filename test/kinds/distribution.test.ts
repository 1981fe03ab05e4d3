import distribution from '../../lib/kinds/distribution';
import { effective, isOfKind, later, shown, timer } from './resource';

const read = 'distribution.origin_read_timeout';
const inVpc = 'distribution.vpc_origin_read_timeout';
const completion = 'distribution.response_completion_timeout';

/** What a timer comes to; `none` where the resource runs no such timer. */
function computed(name: string, written: Parameters<typeof effective>[1]): unknown {
  const { value } = timer(distribution, name);
  const setting = 'compute' in value ? value.compute(effective(distribution, written)) : null;
  return setting === null ? 'none' : shown(setting);
}

const server = { custom_origin_config: [{ origin_read_timeout: 30 }], vpc_origin_config: [] };
const bucket = { custom_origin_config: [], vpc_origin_config: [], s3_origin_config: [{}] };

describe('distribution', () => {
  it.each([
    ['a server', [bucket, server], true],
    ['a server within a VPC', [{ ...bucket, vpc_origin_config: [{}] }], true],
    ['buckets alone', [bucket], false],
    ['origins that are not known', undefined, true],
    ['origins that no attribute shows, as of a data source', null, true],
  ])('stands in front of %s: %s', (_, origin, expected) => {
    expect(isOfKind(distribution, { origin: origin as never })).toBe(expected);
  });

  it('is told apart in a template alike', () => {
    const when = distribution.cloudformation?.when;
    expect(when?.({ DistributionConfig: { Origins: [{ Id: 'x', CustomOriginConfig: {} }] } })).toBe(true);
    expect(when?.({ DistributionConfig: { Origins: [{ Id: 'x', S3OriginConfig: {} }] } })).toBe(false);
    expect(when?.({ DistributionConfig: undefined })).toBe(true);
  });

  it.each<[string, Parameters<typeof effective>[1], unknown, unknown]>([
    ['nothing that is shown', {}, 'unknown', 'none'],
    ['a server', { origin_read_timeout: 45 }, 45, 'none'],
    ['one in a VPC', { vpc_origin_read_timeout: 20 }, 'none', 20],
    ['both, which may differ', { origin_read_timeout: 45, vpc_origin_read_timeout: 20 }, { either: [45, 20] }, 'none'],
    ['both, which are the same', { origin_read_timeout: 20, vpc_origin_read_timeout: 20 }, 20, 'none'],
    ['one that is not known', { origin_read_timeout: later, vpc_origin_read_timeout: 20 }, 'unknown', 'none'],
  ])('waits for the next packet of %s', (_, written, ofServers, ofVpc) => {
    expect([computed(read, written), computed(inVpc, written)]).toEqual([ofServers, ofVpc]);
  });

  it.each<[string, Parameters<typeof effective>[1], unknown]>([
    ['unset', {}, 'none'],
    ['0, which is off', { response_completion_timeout: 0 }, null],
    ['set', { response_completion_timeout: 90 }, 90],
  ])('limits the whole response where it is told to: %s', (_, written, expected) => {
    expect(computed(completion, written)).toEqual(expected);
  });

  it('takes 30 s for an origin that says nothing, and no limit on the response', () => {
    expect(distribution.settings.origin_read_timeout?.each?.defaults.map(({ value }) => value)).toEqual([30]);
    expect(distribution.settings.vpc_origin_read_timeout?.each?.defaults.map(({ value }) => value)).toEqual([30]);
    expect(distribution.settings.response_completion_timeout?.each?.defaults.map(({ value }) => value)).toEqual([null]);
  });

  it('has no maximum here: documents disagree, and quotas raise it', () => {
    expect(distribution.settings.origin_read_timeout?.range).toBeUndefined();
  });
});
