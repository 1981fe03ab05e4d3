import service from '../../lib/kinds/service';

describe('service', () => {
  it('names every target group that it registers in', () => {
    expect(service.links.target_groups).toMatchObject({
      terraform: 'load_balancer.target_group_arn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    });
    expect(service.terraform?.types).toEqual(['aws_ecs_service']);
  });
});
