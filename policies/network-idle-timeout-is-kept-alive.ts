import { timerVerdict, type Json, type Policy, type PolicyExample } from 'holdfast/policy';

/** A client whose queries leave through a NAT gateway for a database elsewhere. */
const estate = (client: { readonly name: string; readonly [key: string]: Json }): PolicyExample => ({
  resources: { 'aws_nat_gateway.egress': { allocation_id: 'eipalloc-1', subnet_id: 'subnet-1' } },
  configuration: {
    workloads: [
      {
        name: 'nightly-etl',
        maxQueryDuration: '4h',
        path: [{ client }, { nat: 'aws_nat_gateway.egress' }, { database: { name: 'warehouse' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'network-idle-timeout-is-kept-alive',
  title: 'A flow through a NAT gateway, endpoint or firewall outlives the query or is kept alive',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'nat.idle_timeout', phase: 'query' },
    { timer: 'endpoint.idle_timeout', phase: 'query' },
    { timer: 'firewall.tcp_idle_timeout', phase: 'query' },
    { timer: 'client.conntrack_timeout', phase: 'query' },
  ],
  why:
    'A running query sends no packet, and what tracks flows on the way forgets a silent one: NAT gateways and interface ' +
    'endpoints after 350 s, which cannot be changed, Network Firewall after 350 s unless its policy says otherwise, and the ' +
    'network interface of an EC2 instance after 350 s (Nitro v6) or 5 days. A NAT gateway answers the next packet with RST, the ' +
    'others drop it, so the client waits for a result that cannot arrive. Any packet resets these timers, TCP keepalive probes included.',
  fix:
    'Let one end of the leg send TCP keepalive probes with max(idle, interval) below the smallest of these timers. On RDS the ' +
    'server does so by default (`tcp_keepalives_idle` 300), for the leg that ends at the database.',
  refs: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://aws.amazon.com/blogs/networking-and-content-delivery/implementing-long-running-tcp-connections-within-vpc-networking/',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html',
  ],
  example: {
    bad: estate({ name: 'airflow', keepalive: false }),
    good: estate({ name: 'airflow', keepalive: { idle: '60s', interval: '10s', count: 6 } }),
  },
  check: timerVerdict,
};

export default policy;
