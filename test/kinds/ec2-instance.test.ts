import ec2Instance from '../../lib/kinds/ec2-instance';
import { fires, follows, later } from './resource';
import { factsIn, linksOf, ref, settingsOf } from './template';

const conntrack = 'client.conntrack_timeout';

describe('ec2-instance', () => {
  it.each([
    ['has no launch template', {}, { either: [350, 432000] }],
    ['takes it from its launch template', { launch_template: 'lt-1', conntrack_timeout: 3600 }, 3600],
    ['has a launch template that is not in view', { launch_template: 'lt-1' }, 'unknown'],
    ['has a launch template by name that is not in view', { launch_template_name: 'api' }, 'unknown'],
    ['has a launch template that is still to be made', { launch_template: later }, 'unknown'],
  ])('tracks idle connections where it %s', (_, written, expected) => {
    expect(fires(ec2Instance, conntrack, written)).toEqual(expected);
  });

  it('drops what it has forgotten', () => {
    expect(follows(ec2Instance, conntrack)).toBe('silent-drop');
  });

  it('has bounds where the launch template is not in view: whatever it says, EC2 takes no less than 60 s', () => {
    const { value } = ec2Instance.timers.find(({ name }) => name === conntrack)!;
    expect('compute' in value && value.compute({})).toMatchObject({
      state: 'unknown',
      bounds: { min: 60, max: 432000 },
    });
  });

  it.each([
    ['id', { LaunchTemplateId: ref('Template'), Version: '1' }, 'launch_template'],
    ['name', { LaunchTemplateName: ref('Template'), Version: '1' }, 'launch_template_name'],
  ])('is linked to its launch template by %s', (_, LaunchTemplate, link) => {
    const facts = factsIn({
      Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateName: 'api' }],
      Machine: ['AWS::EC2::Instance', { LaunchTemplate: { is: 'object', entries: entriesOf(LaunchTemplate) } }],
    });
    expect(linksOf(facts.get('ec2-instance Machine'))).toEqual({ [link]: ['Template'] });
    expect(ec2Instance.client?.via).toContain(link);
  });

  it('shows nothing of what its user data starts', () => {
    const facts = factsIn({ Machine: ['AWS::EC2::Instance', { UserData: 'DATABASE_URL=postgres://u:p@h/d' }] });
    expect(settingsOf(facts.get('ec2-instance Machine'))).toEqual({});
  });
});

function entriesOf(properties: object): never {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? { is: 'value', value } : value,
    ]),
  ) as never;
}
