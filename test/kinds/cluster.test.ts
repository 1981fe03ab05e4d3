import cluster from '../../lib/kinds/cluster';
import instance from '../../lib/kinds/instance';
import { effective, isOfKind, later } from './resource';

describe('cluster', () => {
  it.each([
    [{ engine: 'aurora-postgresql' }, true],
    [{ engine: 'postgres' }, true],
    [{ engine: 'aurora-mysql' }, false],
    [{ engine: undefined }, null],
    [{}, null],
  ])('is an aws_rds_cluster with %j: %s', (attributes, expected) => {
    expect(isOfKind(cluster, attributes)).toBe(expected);
  });

  it.each([
    [{ engine: 'aurora-postgresql' }, 'aurora'],
    [{ engine: 'postgres' }, 'rds'],
    [{ engine: later }, 'aurora'],
  ])('with %j is of flavour %s', (written, expected) => {
    const flavour = cluster.session?.flavour;
    expect(typeof flavour === 'function' ? flavour(effective(cluster, written)) : flavour).toBe(expected);
  });

  it('is stood for by its instances', () => {
    expect(cluster.hop).toMatchObject({ key: 'database', members: [{ kind: 'cluster-instance', link: 'cluster' }] });
    expect(cluster.timers).toEqual(instance.timers);
  });

  it('reads its own group, never the one that counts only during an upgrade', () => {
    expect(cluster.session?.groups).toEqual([{ level: 'cluster-group', link: 'cluster_parameter_group' }]);
    expect(Object.values(cluster.links).map((link) => link.terraform)).toEqual(['db_cluster_parameter_group_name']);
  });

  it('is known by both endpoints', () => {
    expect(cluster.terraform?.names).toEqual(
      expect.arrayContaining(['cluster_identifier', 'endpoint', 'reader_endpoint']),
    );
  });
});
