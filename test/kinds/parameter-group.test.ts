import parameterGroup from '../../lib/kinds/parameter-group';

describe('parameter-group', () => {
  it('lists its parameters and names its family', () => {
    expect(parameterGroup).toMatchObject({
      name: 'parameter-group',
      terraform: { types: ['aws_db_parameter_group'], names: ['name', 'id', 'arn'] },
      group: { parameters: 'parameters', family: 'family' },
      settings: {
        parameters: { as: 'parameters', terraform: 'parameter' },
        family: { as: 'text', terraform: 'family' },
      },
    });
  });
});
