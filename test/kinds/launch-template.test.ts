import { kinds } from '../../lib/kinds';
import launchTemplate from '../../lib/kinds/launch-template';
import { fact, plan, read, row } from '../read/small-plan';
import { effective, shown } from './resource';
import { factsIn, settingsOf } from './template';

describe('launch-template', () => {
  it('tracks idle connections for a time that the instance type decides, unless it says', () => {
    const { conntrack_timeout: unset } = effective(launchTemplate);
    expect(shown(unset)).toEqual({ either: [350, 432000] });
    expect(unset).toMatchObject({
      why: expect.stringMatching(
        /^it is not set, and its default depends on the instance type: 350 s on Nitro v6, 120 h on all others$/,
      ) as string,
    });
    expect(shown(effective(launchTemplate, { conntrack_timeout: 3600 }).conntrack_timeout)).toBe(3600);
  });

  it.each([
    [[{ connection_tracking_specification: [{ tcp_established_timeout: 3600 }] }], { conntrack_timeout: 3600 }],
    [[{ connection_tracking_specification: [{ tcp_established_timeout: null, udp_timeout: 60 }] }], {}],
    [[{ connection_tracking_specification: [] }], {}],
    [[], {}],
  ])('is read from the interfaces %j of a plan', (network_interfaces, said) => {
    const rows = [row('aws_launch_template.api', { after: { name: 'api', network_interfaces } })];
    expect(settingsOf(fact(read(plan(rows), kinds), 'aws_launch_template.api'))).toEqual(said);
  });

  it('is read from a template', () => {
    const specification = { ConnectionTrackingSpecification: { TcpEstablishedTimeout: 3600 } };
    const facts = factsIn({
      Api: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { NetworkInterfaces: [specification] } }],
    });
    expect(settingsOf(facts.get('launch-template Api'))).toEqual({ conntrack_timeout: 3600 });
  });
});
