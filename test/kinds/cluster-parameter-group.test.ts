import clusterParameterGroup from '../../lib/kinds/cluster-parameter-group';

describe('cluster-parameter-group', () => {
  it('lists its parameters and names its family', () => {
    expect(clusterParameterGroup).toMatchObject({
      name: 'cluster-parameter-group',
      terraform: { types: ['aws_rds_cluster_parameter_group'], names: ['name', 'id', 'arn'] },
      group: { parameters: 'parameters', family: 'family' },
      settings: { parameters: { as: 'parameters', terraform: 'parameter' } },
    });
  });
});
