import { defineKind } from './_kind';
import { provider } from './_sources';

/** The type whose value is in the open. A `SecureString` is hidden for a reason, and a list is no connection string. */
const isOpen = (type: unknown): boolean => type === 'String';

export default defineKind({
  name: 'ssm-parameter',
  title: 'SSM parameter',
  terraform: {
    types: ['aws_ssm_parameter'],
    when: (attributes) => ('type' in attributes && attributes.type === undefined ? null : isOpen(attributes.type)),
    names: ['name', 'arn'],
  },
  cloudformation: {
    types: ['AWS::SSM::Parameter'],
    when: (properties) => ('Type' in properties && properties.Type === undefined ? null : isOpen(properties.Type)),
    names: ['Name'],
  },
  settings: {
    connections: { as: 'connection', terraform: 'value', cloudformation: 'Value', cite: provider('ssm_parameter') },
  },
  links: {},
  timers: [],
});
