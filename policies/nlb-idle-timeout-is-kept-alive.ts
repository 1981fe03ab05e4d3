import { timerVerdict, type Json, type Policy, type PolicyExample } from 'holdfast/policy';

/** A client whose queries of 20 min pass a Network Load Balancer. */
const estate = (client: { readonly name: string; readonly [key: string]: Json }): PolicyExample => ({
  resources: {
    'aws_lb.pg': { name: 'pg', load_balancer_type: 'network', internal: true },
    'aws_lb_listener.pg': {
      load_balancer_arn: '${aws_lb.pg.arn}',
      port: 5432,
      protocol: 'TCP',
      default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.pg.arn}' }],
    },
    'aws_lb_target_group.pg': { name: 'pg', port: 5432, protocol: 'TCP', target_type: 'ip' },
  },
  configuration: {
    workloads: [
      {
        name: 'reports',
        maxQueryDuration: '20m',
        path: [{ client }, { nlb: 'aws_lb.pg' }, { database: { name: 'warehouse' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'nlb-idle-timeout-is-kept-alive',
  title: 'A flow through a Network or Gateway Load Balancer outlives the query or is kept alive',
  severity: 'error',
  per: 'timer',
  judges: [{ timer: 'listener.tcp_idle_timeout', phase: 'query' }],
  why:
    'A running query sends no packet, and the load balancer forgets a TCP flow that was silent for its idle timeout: 350 s ' +
    'unless the listener says otherwise, and always 350 s for a TLS listener. It closes nothing: a Network Load Balancer ' +
    'answers the next packet with RST, so a client that only waits for its result waits for ever. Any packet resets the ' +
    'timer, TCP keepalive probes included.',
  fix:
    'Let one end of the leg send TCP keepalive probes with max(idle, interval) below the timeout. A TCP listener can also be ' +
    'raised (60 s to 6000 s), which helps only as far as the next timer on the path.',
  refs: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/update-idle-timeout.html',
    'https://aws.amazon.com/blogs/networking-and-content-delivery/introducing-nlb-tcp-configurable-idle-timeout',
  ],
  example: {
    bad: estate({ name: 'bi', keepalive: false }),
    good: estate({ name: 'bi', keepalive: { idle: '60s', interval: '10s', count: 6 } }),
  },
  check: timerVerdict,
};

export default policy;
