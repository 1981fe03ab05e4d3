import { opensConnections } from './_client';
import { defineKind } from './_kind';
import { launchedSettings, launchedTimers, ownTemplate, templateLinks } from './_launched';

const mixed = {
  terraform: 'mixed_instances_policy.launch_template.launch_template_specification',
  cloudformation: 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification',
};

const templates = {
  ...ownTemplate,
  mixed_launch_template: {
    terraform: `${mixed.terraform}.launch_template_id`,
    cloudformation: `${mixed.cloudformation}.LaunchTemplateId`,
    by: 'id',
  },
  mixed_launch_template_name: {
    terraform: `${mixed.terraform}.launch_template_name`,
    cloudformation: `${mixed.cloudformation}.LaunchTemplateName`,
    by: 'name',
  },
} as const;

export default defineKind({
  name: 'autoscaling-group',
  title: 'Auto Scaling group',
  terraform: { types: ['aws_autoscaling_group'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::AutoScaling::AutoScalingGroup'], names: ['AutoScalingGroupName'] },
  settings: launchedSettings(templates),
  links: {
    target_groups: {
      terraform: 'target_group_arns',
      cloudformation: 'TargetGroupARNs',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
    ...templateLinks(templates),
  },
  timers: launchedTimers,
  hop: { key: 'client', side: 'either', does: 'terminates' },
  client: opensConnections(Object.keys(templates)),
});
