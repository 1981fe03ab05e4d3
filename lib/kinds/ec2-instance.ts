import { opensConnections } from './_client';
import { defineKind } from './_kind';
import { launchedSettings, launchedTimers, templateLinks } from './_launched';

const templates = {
  launch_template: { terraform: 'launch_template.id', cloudformation: 'LaunchTemplate.LaunchTemplateId', by: 'id' },
  launch_template_name: {
    terraform: 'launch_template.name',
    cloudformation: 'LaunchTemplate.LaunchTemplateName',
    by: 'name',
  },
} as const;

// What starts in `user_data` is a program of its own: nothing of it is read, so of its connections nothing is known.
export default defineKind({
  name: 'ec2-instance',
  title: 'EC2 instance',
  terraform: { types: ['aws_instance'], names: ['id', 'arn'] },
  cloudformation: { types: ['AWS::EC2::Instance'], names: [] },
  settings: launchedSettings(templates),
  links: templateLinks(templates),
  timers: launchedTimers,
  hop: { key: 'client', side: 'either', does: 'terminates' },
  client: opensConnections(Object.keys(templates)),
});
