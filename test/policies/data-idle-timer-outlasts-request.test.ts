import type { Json } from 'holdfast/policy';
import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/data-idle-timer-outlasts-request';

const probing = { client: { name: 'app', keepalive: { idle: '10s', interval: '10s', count: 3 } } };
const database = { database: { name: 'orders' } };
const cdn = 'aws_cloudfront_distribution.shop';
const workload = (path: readonly Json[], promise = '45s') => ({ name: 'shop', maxQueryDuration: promise, path });
const through = (hop: Json, promise?: string) => ({ workloads: [workload([hop, probing, database], promise)] });
const ofCdn = (settings = {}) => ({
  [cdn]: { kind: 'distribution', type: 'aws_cloudfront_distribution', settings },
});
const instead = 'stream a byte within every interval, or let the request answer at once and fetch the result later';

testPolicy(policy, [
  {
    name: 'CloudFront gives up on an origin that sends nothing',
    resources: ofCdn({ origin_read_timeout: 30 }),
    configuration: through({ cdn }),
    expect: [
      {
        resource: cdn,
        outcome: 'fail',
        workload: 'shop',
        role: null,
        message: `\`origin.custom_origin_config.origin_read_timeout\` of \`${cdn}\` is 30 s, so callers get HTTP 504 from CloudFront at 30 s and the query runs on while a query of \`shop\` may take 45 s`,
        expected: '> 45',
        actual: 30,
        fix: { resource: cdn, setting: 'origin.custom_origin_config.origin_read_timeout', value: 46 },
      },
    ],
  },
  {
    name: 'two documents disagree on how far it can be raised',
    resources: ofCdn({ origin_read_timeout: 120 }),
    configuration: through({ cdn }, '2min'),
    expect: [
      {
        resource: cdn,
        outcome: 'fail',
        fix: {
          resource: cdn,
          setting: 'origin.custom_origin_config.origin_read_timeout',
          value: 121,
          note: 'the API model allows 120 s, AWS Support 180 s, so AWS may ask for a quota increase',
        },
      },
    ],
  },
  {
    name: 'more than either says is judged as it is written',
    resources: ofCdn({ origin_read_timeout: 240 }),
    configuration: through({ cdn }, '3min'),
    expect: [{ resource: cdn, outcome: 'pass', actual: 240 }],
  },
  {
    name: 'a response in pieces is silent for as long as it says',
    resources: ofCdn({ origin_read_timeout: 30 }),
    configuration: { workloads: [{ ...through({ cdn }).workloads[0], request: { maxSilence: '20s' } }] },
    expect: [{ resource: cdn, outcome: 'pass' }],
  },
  {
    name: 'unknown where no document shows the origins, or their timeout',
    resources: {
      ...ofCdn(),
      'aws_cloudfront_distribution.docs': {
        kind: 'distribution',
        settings: { origin_read_timeout: notKnown('its origins are known only after apply') },
      },
    },
    configuration: {
      workloads: [
        workload([{ cdn }, probing, database]),
        { ...workload([{ cdn: 'aws_cloudfront_distribution.docs' }, probing, database]), name: 'docs' },
      ],
    },
    expect: [
      { resource: cdn, outcome: 'unknown', settles: 'pass the document that holds them' },
      { resource: 'aws_cloudfront_distribution.docs', outcome: 'unknown', message: /known only after apply/ },
    ],
  },
  {
    name: 'a VPC origin alone',
    resources: ofCdn({ vpc_origin_read_timeout: 20 }),
    configuration: through({ cdn }),
    expect: [
      {
        resource: cdn,
        outcome: 'fail',
        actual: 20,
        fix: { resource: cdn, setting: 'origin.vpc_origin_config.origin_read_timeout', value: 46 },
      },
    ],
  },
  {
    name: 'VPC Lattice waits 60 s, and 10 min at most',
    resources: { 'aws_vpclattice_service.orders': { kind: 'lattice-service' } },
    configuration: {
      workloads: [
        workload([{ lattice: 'aws_vpclattice_service.orders' }, probing, database], '90s'),
        { ...workload([{ lattice: 'aws_vpclattice_service.orders' }, probing, database], '10min'), name: 'reports' },
      ],
    },
    expect: [
      {
        resource: 'aws_vpclattice_service.orders',
        outcome: 'fail',
        workload: 'shop',
        fix: { resource: 'aws_vpclattice_service.orders', setting: 'idle_timeout_seconds', value: 91 },
      },
      {
        resource: 'aws_vpclattice_service.orders',
        outcome: 'fail',
        workload: 'reports',
        message: new RegExp(`; 10 min is its maximum, so no value outlives the promise; ${instead}$`),
        fix: null,
      },
    ],
  },
  {
    name: 'Global Accelerator on either side of the client: keepalive helps on neither',
    resources: { 'aws_globalaccelerator_accelerator.edge': { kind: 'accelerator' } },
    configuration: {
      workloads: [
        workload([{ accelerator: 'aws_globalaccelerator_accelerator.edge' }, probing, database], '6min'),
        {
          ...workload([probing, { accelerator: 'aws_globalaccelerator_accelerator.edge' }, database], '6min'),
          name: 'etl',
        },
      ],
    },
    expect: [
      {
        resource: 'aws_globalaccelerator_accelerator.edge',
        outcome: 'fail',
        workload: 'shop',
        message: new RegExp(`; it cannot be changed; ${instead}$`),
        actual: 340,
        fix: null,
      },
      {
        resource: 'aws_globalaccelerator_accelerator.edge',
        outcome: 'fail',
        workload: 'etl',
        message:
          /; it cannot be changed; take it out of the way of the database connection, since only rows would reset it$/,
        fix: null,
      },
    ],
  },
  {
    name: 'Service Connect: what the protocol decides is unknown, and what is longer than either is cut',
    resources: {},
    configuration: {
      workloads: [
        { ...workload([{ mesh: { name: 'a' } }, probing, database], '4min'), name: 'short' },
        { ...workload([{ mesh: { name: 'b' } }, probing, database], '10min'), name: 'between' },
        { ...workload([{ mesh: { name: 'c' } }, probing, database], '1h'), name: 'long' },
        { ...workload([{ mesh: { name: 'd', idleTimeout: 0 } }, probing, database], '1h'), name: 'off' },
      ],
    },
    expect: [
      { resource: 'a', outcome: 'pass', workload: 'short' },
      { resource: 'b', outcome: 'unknown', workload: 'between', settles: 'declare `idleTimeout`' },
      { resource: 'c', outcome: 'fail', workload: 'long' },
      { resource: 'd', outcome: 'pass', workload: 'off' },
    ],
  },
  {
    name: 'a streamed response: no document shows which idle timeout its API has',
    resources: {
      api: { kind: 'rest-api' },
      stream: {
        kind: 'rest-integration',
        links: { rest_api: 'api' },
        settings: { response_transfer_mode: 'STREAM', integration_timeout: 900 },
      },
    },
    configuration: {
      workloads: [
        workload([{ api: 'api' }, probing, database], '2min'),
        { ...workload([{ api: 'api' }, probing, database], '6min'), name: 'long' },
        { ...workload([{ api: 'api' }, probing, database], '6min'), name: 'in pieces', request: { maxSilence: '20s' } },
      ],
    },
    expect: [
      {
        resource: 'stream',
        outcome: 'unknown',
        workload: 'shop',
        settles: /^send a byte of the response at least every 30 s/,
      },
      { resource: 'stream', outcome: 'fail', workload: 'long', fix: null },
      { resource: 'stream', outcome: 'pass', workload: 'in pieces' },
    ],
  },
  {
    name: 'the load balancers of an Elastic Beanstalk environment',
    resources: {
      env: {
        kind: 'beanstalk-environment',
        settings: { load_balancer_type: 'application', elbv2_idle_timeout: 30 },
      },
      old: { kind: 'beanstalk-environment', settings: { load_balancer_type: 'classic', elb_idle_timeout: 30 } },
    },
    configuration: {
      workloads: [
        workload([{ alb: 'env' }, probing, database]),
        { ...workload([{ clb: 'old' }, probing, database]), name: 'old' },
      ],
    },
    expect: [
      { resource: 'env', outcome: 'fail', actual: 30, message: /callers get HTTP 504 at 30 s/ },
      { resource: 'old', outcome: 'fail', actual: 30, message: /the connection is closed at 30 s/ },
    ],
  },
]);
