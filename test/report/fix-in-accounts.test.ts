import { spawnSync } from 'node:child_process';
import type { Fix } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { renderFix } from '../../lib/report/fix';

const region = 'eu-west-1';
const account = '123456789012';
const arn = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/public/50dc6c495c0c9188`;
const balancer: Fix = {
  resource: 'loadbalancer:public',
  type: 'elasticloadbalancing:loadbalancer',
  setting: 'idle_timeout.timeout_seconds',
  value: 310,
  identity: { arn, account, region, identifier: 'public' },
};
const named = (type: string, setting: string, value: Fix['value'], identifier = 'orders'): Fix => ({
  resource: `x:${identifier}`,
  type,
  setting,
  value,
  identity: { account, region, identifier },
});
const inAccount = `in account ${account}`;

const cases: readonly (readonly [string, Fix, where: string | null, line: string])[] = [
  [
    'an attribute of a load balancer',
    balancer,
    null,
    `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=idle_timeout.timeout_seconds,Value=310 --region ${region}`,
  ],
  [
    'it by our own name',
    { ...balancer, setting: 'idle_timeout' },
    null,
    `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=idle_timeout.timeout_seconds,Value=310 --region ${region}`,
  ],
  [
    'a listener',
    { ...balancer, type: 'elasticloadbalancing:listener', setting: 'tcp.idle_timeout.seconds', value: 6000 },
    null,
    `aws elbv2 modify-listener-attributes --listener-arn ${arn} --attributes Key=tcp.idle_timeout.seconds,Value=6000 --region ${region}`,
  ],
  [
    'a switch of a target group',
    {
      ...balancer,
      type: 'elasticloadbalancing:targetgroup',
      setting: 'deregistration_delay.connection_termination.enabled',
      value: false,
    },
    null,
    `aws elbv2 modify-target-group-attributes --target-group-arn ${arn} --attributes Key=deregistration_delay.connection_termination.enabled,Value=false --region ${region}`,
  ],
  [
    'a Classic Load Balancer',
    named('elasticloadbalancing:loadbalancer-classic', 'LoadBalancerAttributes.ConnectionSettings.IdleTimeout', 310),
    inAccount,
    `aws elb modify-load-balancer-attributes --load-balancer-name orders --load-balancer-attributes '{"ConnectionSettings":{"IdleTimeout":310}}' --region ${region}`,
  ],
  [
    'its draining, which the API takes with the switch only',
    named('elasticloadbalancing:loadbalancer-classic', 'LoadBalancerAttributes.ConnectionDraining.Timeout', 600),
    inAccount,
    `aws elb modify-load-balancer-attributes --load-balancer-name orders --load-balancer-attributes '{"ConnectionDraining":{"Enabled":true,"Timeout":600}}' --region ${region}`,
  ],
  [
    'a parameter',
    named('rds:pg', 'statement_timeout', '31000', 'orders-pg16'),
    inAccount,
    `aws rds modify-db-parameter-group --db-parameter-group-name orders-pg16 --parameters ParameterName=statement_timeout,ParameterValue=31000,ApplyMethod=immediate --region ${region}`,
  ],
  [
    'a parameter of a cluster',
    named('rds:cluster-pg', 'tcp_keepalives_idle', '60'),
    inAccount,
    `aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name orders --parameters ParameterName=tcp_keepalives_idle,ParameterValue=60,ApplyMethod=immediate --region ${region}`,
  ],
  [
    'a proxy',
    named('rds:db-proxy', 'IdleClientTimeout', 601),
    inAccount,
    `aws rds modify-db-proxy --db-proxy-name orders --idle-client-timeout 601 --region ${region}`,
  ],
  [
    'the pool of a proxy, which its proxy names',
    named('rds:target-group', 'ConnectionPoolConfig.ConnectionBorrowTimeout', 59),
    inAccount,
    `aws rds modify-db-proxy-target-group --db-proxy-name orders --target-group-name default --connection-pool-config ConnectionBorrowTimeout=59 --region ${region}`,
  ],
  [
    'a function',
    named('lambda:function', 'Timeout', 46),
    inAccount,
    `aws lambda update-function-configuration --function-name orders --timeout 46 --region ${region}`,
  ],
  [
    'SQL in a pool',
    named('rds:target-group', 'ConnectionPoolConfig.InitQuery', "SET statement_timeout = '30s'; SET x = 1"),
    inAccount,
    `aws rds modify-db-proxy-target-group --db-proxy-name orders --target-group-name default --connection-pool-config '{"InitQuery":"SET statement_timeout = '\\''30s'\\''; SET x = 1"}' --region ${region}`,
  ],
  [
    'the group of an instance',
    named('rds:db', 'DBParameterGroups.DBParameterGroupName', 'orders-parameters'),
    inAccount,
    `aws rds modify-db-instance --db-instance-identifier orders --db-parameter-group-name orders-parameters --region ${region}`,
  ],
  [
    'the group of a cluster',
    named('rds:cluster', 'DBClusterParameterGroup', 'orders-parameters'),
    inAccount,
    `aws rds modify-db-cluster --db-cluster-identifier orders --db-cluster-parameter-group-name orders-parameters --region ${region}`,
  ],
];

describe('a fix in an account', () => {
  it.each(cases)('for %s', (_, fix, where, line) => {
    expect(renderFix(fix, kinds, null)).toEqual({ where, lines: [line], note: null });
  });

  it('is a command also where a program made the resource, and keeps its note', () => {
    const { lines, note } = renderFix({ ...balancer, note: 'and tell the callers' }, kinds, 'shop/public');
    expect([lines[0]?.slice(0, 9), note]).toEqual(['aws elbv2', 'and tell the callers']);
  });

  it.each<readonly [string, Fix, string, string]>([
    [
      'for which there is no whole command',
      named('network-firewall:firewall-policy', 'tcp_idle_timeout', 401, 'strict'),
      'x:strict, with `aws network-firewall update-firewall-policy`, which takes the whole policy: describe it first, change this in it',
      'tcp_idle_timeout: 401',
    ],
    [
      'of a group that nobody can change',
      named('rds:pg', 'statement_timeout', '1', 'default.postgres16'),
      'x:default.postgres16',
      'statement_timeout: 1',
    ],
    [
      'of a resource without an ARN',
      { ...balancer, identity: { region } },
      'loadbalancer:public',
      'idle_timeout.timeout_seconds: 310',
    ],
    [
      'of a resource that nothing names',
      { resource: 'db:x', type: 'rds:pg', setting: 'statement_timeout', value: '1' },
      'db:x',
      'statement_timeout: 1',
    ],
    [
      'for which the API has nothing',
      named('rds:db-proxy', 'connection_borrow_timeout', 59),
      'x:orders',
      'connection_borrow_timeout: 59',
    ],
    ['of another type', named('ecs:service', 'Timeout', 5), 'x:orders', 'Timeout: 5'],
  ])('is in words for a change %s', (_, fix, where, line) => {
    expect(renderFix(fix, kinds, null)).toEqual({ where, lines: [line], note: null });
  });
});

/** What a shell makes of a command: the arguments that `aws` gets, and whatever else ran. */
function argumentsOf(line: string): readonly string[] {
  const script = `aws() { printf '%s\\0' "$@"; }; ${line}`;
  const { stdout, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: {}, cwd: '/' });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

describe('names that a document chose', () => {
  const hostile = [
    `x'; touch /tmp/holdfast-was-here; '`,
    '$(id)',
    '`id`',
    'a"b',
    'a b',
    'a\\',
    '*',
    '~',
    '!x',
    '#x',
    'x;y',
    'x|y',
    'x&y',
    'ä',
    `'`,
    `''''`,
  ];

  it.each(hostile)('are one argument: %s', (name) => {
    const [line = ''] = renderFix(named('rds:pg', 'statement_timeout', '1', name), kinds, null).lines;
    expect(argumentsOf(line)).toEqual([
      'rds',
      'modify-db-parameter-group',
      '--db-parameter-group-name',
      name,
      '--parameters',
      'ParameterName=statement_timeout,ParameterValue=1,ApplyMethod=immediate',
      '--region',
      region,
    ]);
  });

  it.each([...hostile, 'a,ApplyMethod=b', '[x]', '{x}', 'x\ny', 'x\u202ey\u001b[31m'])('are one value: %j', (value) => {
    const [line = ''] = renderFix(named('rds:pg', value, value), kinds, null).lines;
    expect(line).not.toMatch(/[\n\u001b\u202e]/);
    const given = argumentsOf(line)[5] ?? '';
    expect(given.startsWith('[') ? JSON.parse(given) : given).toEqual([
      { ParameterName: value, ParameterValue: value, ApplyMethod: 'immediate' },
    ]);
  });

  it.each(['--endpoint-url=https://x', '-x', 'file:///etc/passwd', 'fileb://x', 'HTTPS://x', 'x\ny', 'x\u202ey', ''])(
    'are in no command where they would be more than a name: %j',
    (name) => {
      const { lines } = renderFix(named('rds:pg', 'statement_timeout', '1', name), kinds, null);
      expect(lines).toEqual(['statement_timeout: 1']);
      const group = named('rds:db', 'DBParameterGroups.DBParameterGroupName', name);
      expect(renderFix(group, kinds, null).lines[0]).not.toMatch(/^aws /);
      const elsewhere = { ...balancer, identity: { arn, region: name } };
      expect(renderFix(elsewhere, kinds, null).lines).toEqual(['idle_timeout.timeout_seconds: 310']);
    },
  );

  it('are in no command that would have to be cut', () => {
    const fix = named('rds:pg', 'statement_timeout', '1', `x'`.repeat(5000));
    expect(renderFix(fix, kinds, null).lines).toEqual(['statement_timeout: 1']);
  });
});
