import { attachedGroups } from '../../lib/core/attached-groups';
import { fact, graphOf, nodeOf, type Resource } from './estate';

const of = (links: Resource['links'], cluster: Resource['links'] = {}): readonly unknown[] => {
  const graph = graphOf([
    fact('cluster', 'aws_rds_cluster.orders', { links: cluster }),
    fact('cluster-instance', 'aws_rds_cluster_instance.one', links === undefined ? {} : { links }),
    fact('cluster-parameter-group', 'c'),
    fact('parameter-group', 'g'),
  ]);
  return attachedGroups(graph, nodeOf(graph, 'aws_rds_cluster_instance.one')).map(({ level, owner, to }) => [
    level,
    owner.subject,
    to.state === 'linked' ? graph.nodes[to.node]?.subject : to.state === 'unknown' ? to.why : to.state,
  ]);
};

describe('attachedGroups', () => {
  it("the cluster's group is the weaker one", () => {
    expect(of({ cluster: 'aws_rds_cluster.orders', parameter_group: 'g' }, { cluster_parameter_group: 'c' })).toEqual([
      ['cluster-group', 'aws_rds_cluster.orders', 'c'],
      ['instance-group', 'aws_rds_cluster_instance.one', 'g'],
    ]);
  });

  it('what is unset is absent, what no source speaks of is unknown', () => {
    expect(of({ cluster: 'aws_rds_cluster.orders', parameter_group: [] })).toEqual([
      ['cluster-group', 'aws_rds_cluster.orders', 'absent'],
      [
        'instance-group',
        'aws_rds_cluster_instance.one',
        'no document says which parameter group aws_rds_cluster_instance.one has',
      ],
    ]);
  });

  it('a cluster that no document holds is unknown, none has no say', () => {
    expect(of({ cluster: { name: 'elsewhere' } })[0]).toEqual([
      'cluster-group',
      'aws_rds_cluster_instance.one',
      'the cluster of aws_rds_cluster_instance.one is not in the documents',
    ]);
    expect(of({ cluster: null })).toEqual([['instance-group', 'aws_rds_cluster_instance.one', 'absent']]);
  });

  it.each([
    ['may have the group of its source', 'g', 'names no parameter group'],
    ['has none where its source has none', null, 'absent'],
    ['has none where its source has the default one', { name: 'default.postgres16' }, 'absent'],
  ])('a replica that names no group %s', (_, group, expected) => {
    const graph = graphOf([
      fact('instance', 'source', { links: { replicate_source_db: null, parameter_group: group } }),
      fact('instance', 'replica', { links: { replicate_source_db: 'source', parameter_group: null } }),
      fact('parameter-group', 'g'),
    ]);
    const [found] = attachedGroups(graph, nodeOf(graph, 'replica'));
    expect(found?.to.state === 'unknown' ? found.to.why : found?.to.state).toContain(expected);
  });
});
