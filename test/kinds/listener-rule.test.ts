import listenerRule from '../../lib/kinds/listener-rule';

describe('listener-rule', () => {
  it('leads from a listener to target groups, in both spellings', () => {
    expect(listenerRule.links).toMatchObject({
      listener: { terraform: 'listener_arn', to: ['listener'], by: ['arn', 'id'] },
      target_groups: { terraform: 'action.target_group_arn', to: ['target-group'], many: true },
      forward_target_groups: { terraform: 'action.forward.target_group.arn', to: ['target-group'], many: true },
    });
    expect(listenerRule.terraform?.types).toEqual(['aws_lb_listener_rule', 'aws_alb_listener_rule']);
  });
});
