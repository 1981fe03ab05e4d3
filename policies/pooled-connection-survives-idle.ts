import { timerVerdict, type Json, type Policy, type PolicyExample } from 'holdfast/policy';

/** A pool whose connections leave through a NAT gateway and pause for up to an hour. */
const estate = (client: { readonly name: string; readonly [key: string]: Json }): PolicyExample => ({
  resources: { 'aws_nat_gateway.egress': { allocation_id: 'eipalloc-1', subnet_id: 'subnet-1' } },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        maxIdle: '1h',
        path: [{ client }, { nat: 'aws_nat_gateway.egress' }, { database: { name: 'partner' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'pooled-connection-survives-idle',
  title: 'A pooled connection survives its pauses',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'listener.tcp_idle_timeout', phase: 'pause' },
    { timer: 'nat.idle_timeout', phase: 'pause' },
    { timer: 'endpoint.idle_timeout', phase: 'pause' },
    { timer: 'firewall.tcp_idle_timeout', phase: 'pause' },
    { timer: 'client.conntrack_timeout', phase: 'pause' },
  ],
  why:
    'Idle timers run between queries too, within a transaction as well. A connection that waits in a pool for longer than such a ' +
    'timer is forgotten without a word to either end, and the pool hands it out as if it lived. Its next query is answered with ' +
    'RST, or hangs until TCP gives up. Any packet resets these timers, TCP keepalive probes included. PgBouncer is such a pool: ' +
    'in session mode its connection pauses with the client that holds it, in transaction mode for as long as no other client ' +
    'needs it.',
  fix:
    'Let one end of the leg send TCP keepalive probes with max(idle, interval) below the smallest of these timers, or let the ' +
    'pool close idle connections sooner and declare that as `maxIdle`.',
  refs: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://aws.amazon.com/blogs/networking-and-content-delivery/best-practices-for-tcp-connection-management-on-ec2/',
  ],
  example: {
    bad: estate({ name: 'api', keepalive: false }),
    good: estate({ name: 'api', keepalive: { idle: '60s', interval: '10s', count: 6 } }),
  },
  check: timerVerdict,
};

export default policy;
