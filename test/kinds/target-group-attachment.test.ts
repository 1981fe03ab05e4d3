import attachment from '../../lib/kinds/target-group-attachment';

describe('target-group-attachment', () => {
  it('puts any resource into a target group', () => {
    expect(attachment.links).toMatchObject({
      target_group: { terraform: 'target_group_arn', to: ['target-group'], by: ['arn', 'id'] },
      target: { terraform: 'target_id', to: ['ec2-instance', 'function', 'alb', 'other'], by: ['id', 'arn'] },
    });
  });
});
