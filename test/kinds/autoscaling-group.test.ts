import autoscalingGroup from '../../lib/kinds/autoscaling-group';
import { kinds } from '../../lib/kinds';
import { block, fact, idOf, plan, read, refers, row } from '../read/small-plan';
import { fires } from './resource';

describe('autoscaling-group', () => {
  it('names every target group that its instances register in', () => {
    expect(autoscalingGroup.links.target_groups).toMatchObject({
      terraform: 'target_group_arns',
      to: ['target-group'],
      many: true,
    });
  });

  it.each([
    ['launch_template', { launch_template: [{ id: 'lt-1', name: null }] }],
    ['launch_template_name', { launch_template: [{ id: null, name: 'api' }] }],
    [
      'mixed_launch_template',
      {
        mixed_instances_policy: [
          { launch_template: [{ launch_template_specification: [{ launch_template_id: 'lt-1' }] }] },
        ],
      },
    ],
    [
      'mixed_launch_template_name',
      {
        mixed_instances_policy: [
          { launch_template: [{ launch_template_specification: [{ launch_template_name: 'api' }] }] },
        ],
      },
    ],
  ])('is linked to its launch template by %s', (link, after) => {
    const rows = [
      row('aws_launch_template.api', { after: { id: 'lt-1', name: 'api' } }),
      row('aws_autoscaling_group.api', { after }),
    ];
    const { links } = fact(read(plan(rows), kinds), 'aws_autoscaling_group.api');
    expect(links[link]).toMatchObject([{ state: 'linked', to: { id: idOf('aws_launch_template.api') } }]);
    expect(autoscalingGroup.client?.via).toContain(link);
  });

  it('is linked to one that is still to be made', () => {
    const rows = [
      row('aws_launch_template.api', { after: { name_prefix: 'api' }, unknown: { id: true, name: true } }),
      row('aws_autoscaling_group.api', {
        after: { launch_template: [{ version: '$Latest' }] },
        unknown: { launch_template: [{ id: true, name: true }] },
      }),
    ];
    const id = refers('aws_launch_template.api.id', 'aws_launch_template.api');
    const resources = [
      block('aws_launch_template.api', {}),
      block('aws_autoscaling_group.api', { launch_template: [{ id, version: { constant_value: '$Latest' } }] }),
    ];
    const { links, settings } = fact(read(plan(rows, { resources }), kinds), 'aws_autoscaling_group.api');
    expect(links.launch_template).toMatchObject([{ to: { id: idOf('aws_launch_template.api') } }]);
    expect(links.launch_template_name).toMatchObject([{ state: 'absent' }]);
    expect(Object.keys(settings)).toEqual(['launch_template']);
  });

  it('tracks idle connections as its launch template says, or as the instance type has it', () => {
    expect(fires(autoscalingGroup, 'client.conntrack_timeout')).toEqual({ either: [350, 432000] });
    expect(fires(autoscalingGroup, 'client.conntrack_timeout', { mixed_launch_template: 'lt-1' })).toBe('unknown');
  });
});
