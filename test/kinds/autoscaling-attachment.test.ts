import attachment from '../../lib/kinds/autoscaling-attachment';

describe('autoscaling-attachment', () => {
  it('puts an Auto Scaling group into a target group', () => {
    expect(attachment.links).toMatchObject({
      target_group: { terraform: 'lb_target_group_arn', to: ['target-group'] },
      target: { terraform: 'autoscaling_group_name', to: ['autoscaling-group'], by: ['name', 'id'] },
    });
  });
});
