import { conntrackTimeout } from './_conntrack';
import { defineKind } from './_kind';

export default defineKind({
  name: 'launch-template',
  title: 'EC2 launch template',
  terraform: { types: ['aws_launch_template'], names: ['id', 'name', 'arn'] },
  cloudformation: { types: ['AWS::EC2::LaunchTemplate'], names: ['LaunchTemplateName'] },
  settings: {
    conntrack_timeout: {
      ...conntrackTimeout,
      terraform: 'network_interfaces.connection_tracking_specification.tcp_established_timeout',
      cloudformation: 'LaunchTemplateData.NetworkInterfaces.ConnectionTrackingSpecification.TcpEstablishedTimeout',
    },
  },
  links: {},
  timers: [],
});
