import autoscalingGroup from '../../lib/kinds/autoscaling-group';

describe('autoscaling-group', () => {
  it('names every target group that its instances register in', () => {
    expect(autoscalingGroup.links.target_groups).toMatchObject({
      terraform: 'target_group_arns',
      to: ['target-group'],
      many: true,
    });
  });
});
