import { timerVerdict, type Policy } from 'holdfast/policy';

const policy: Policy = {
  id: 'network-idle-timeout-is-kept-alive',
  title: 'A flow through a NAT gateway, endpoint or firewall outlives the query or is kept alive',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'nat.idle_timeout', phase: 'query' },
    { timer: 'endpoint.idle_timeout', phase: 'query' },
    { timer: 'firewall.tcp_idle_timeout', phase: 'query' },
  ],
  why:
    'A running query sends no packet, and what tracks flows on the way forgets a silent one: NAT gateways and interface ' +
    'endpoints after 350 s, which cannot be changed, Network Firewall after 350 s unless its policy says otherwise. A NAT ' +
    'gateway answers the next packet with RST, the others drop it, so the client waits for a result that cannot arrive. Any ' +
    'packet resets these timers, TCP keepalive probes included.',
  fix:
    'Let one end of the leg send TCP keepalive probes with max(idle, interval) below the smallest of these timers. On RDS the ' +
    'server does so by default (`tcp_keepalives_idle` 300), for the leg that ends at the database.',
  refs: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://aws.amazon.com/blogs/networking-and-content-delivery/implementing-long-running-tcp-connections-within-vpc-networking/',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html',
  ],
  check: timerVerdict,
};

export default policy;
