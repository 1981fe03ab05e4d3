import { opensConnections } from './_client';
import { defineKind } from './_kind';
import { launchedSettings, launchedTimers, ownTemplate, templateLinks } from './_launched';

// What starts in `user_data` is a program of its own: nothing of it is read, so of its connections nothing is known.
export default defineKind({
  name: 'ec2-instance',
  title: 'EC2 instance',
  terraform: { types: ['aws_instance'], names: ['id', 'arn'] },
  cloudformation: { types: ['AWS::EC2::Instance'], names: [] },
  settings: launchedSettings(ownTemplate),
  links: templateLinks(ownTemplate),
  timers: launchedTimers,
  hop: { key: 'client', side: 'either', does: 'terminates' },
  client: opensConnections(Object.keys(ownTemplate)),
});
