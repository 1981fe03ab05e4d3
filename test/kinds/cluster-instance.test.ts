import clusterInstance from '../../lib/kinds/cluster-instance';
import { isOfKind } from './resource';

describe('cluster-instance', () => {
  it.each([
    [{ engine: 'aurora-postgresql' }, true],
    [{ engine: 'aurora-mysql' }, false],
    [{ engine: undefined }, null],
  ])('is an aws_rds_cluster_instance with %j: %s', (attributes, expected) => {
    expect(isOfKind(clusterInstance, attributes)).toBe(expected);
  });

  it('takes its cluster group first and its own group over it', () => {
    expect(clusterInstance.session?.groups).toEqual([
      { level: 'cluster-group', link: 'cluster_parameter_group', via: 'cluster' },
      { level: 'instance-group', link: 'parameter_group' },
    ]);
    expect(clusterInstance.links).toMatchObject({
      cluster: { terraform: 'cluster_identifier', to: ['cluster'] },
      parameter_group: { terraform: 'db_parameter_group_name', to: ['parameter-group'] },
    });
  });

  it('says whether it writes, where a state knows', () => {
    expect(clusterInstance.settings.writer).toMatchObject({ as: 'boolean', terraform: 'writer' });
    expect(clusterInstance.settings.writer?.default).toBeUndefined();
  });
});
