import {
  advised,
  raise,
  timerVerdict,
  type Fix,
  type Policy,
  type PolicyExample,
  type TimerCase,
} from 'holdfast/policy';

/** A distribution in front of the load balancer of a service that queries. */
const estate = (seconds: number): PolicyExample => ({
  resources: {
    'aws_cloudfront_distribution.shop': {
      enabled: true,
      origin: [
        {
          domain_name: 'app.example.com',
          origin_id: 'app',
          custom_origin_config: [
            {
              http_port: 80,
              https_port: 443,
              origin_protocol_policy: 'https-only',
              origin_ssl_protocols: ['TLSv1.2'],
              origin_read_timeout: seconds,
            },
          ],
        },
      ],
    },
  },
  configuration: {
    workloads: [
      {
        name: 'shop',
        maxQueryDuration: '45s',
        path: [
          { cdn: 'aws_cloudfront_distribution.shop' },
          { client: { name: 'app' } },
          { database: { name: 'orders' } },
        ],
      },
    ],
  },
});

/** The API model of CloudFront ends at 120 s, AWS Support at 180 s. */
const certain = 120;

function longer(it: TimerCase): Fix | null {
  const fix = raise(it);
  const isOfCloudFront = it.judgement.timer.subject.kind.name === 'distribution';
  if (fix === null || !isOfCloudFront || Number(fix.value) <= certain) return fix;
  return { ...fix, note: 'the API model allows 120 s, AWS Support 180 s, so AWS may ask for a quota increase' };
}

const policy: Policy = {
  id: 'data-idle-timer-outlasts-request',
  title: 'A timer that only payload resets outlasts the silence in front of it',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'accelerator.idle_timeout', phase: 'query' },
    { timer: 'lattice-service.idle_timeout', phase: 'query' },
    { timer: 'distribution.origin_read_timeout', phase: 'query' },
    { timer: 'distribution.vpc_origin_read_timeout', phase: 'query' },
    { timer: 'mesh.idle_timeout', phase: 'query' },
    { timer: 'api.stream_idle_timeout', phase: 'query' },
    { timer: 'beanstalk-environment.elbv2_idle_timeout', phase: 'query' },
    { timer: 'beanstalk-environment.elb_idle_timeout', phase: 'query' },
  ],
  why:
    'While a query runs, nothing is sent: no byte of a response above the client, no row below it. CloudFront waits 30 s for the ' +
    'next packet of an origin and may then start the request again, VPC Lattice and the load balancers of Elastic Beanstalk ' +
    'wait 60 s, Service Connect 5 min, Global Accelerator 340 s. TCP keepalive probes carry no payload and reset none of these.',
  fix:
    'Raise the timeout above the longest silence, or stream at least one byte within every interval, or let the request answer ' +
    'at once and fetch the result later. The 340 s of Global Accelerator cannot be changed.',
  refs: [
    'https://repost.aws/knowledge-center/cloudfront-custom-origin-response',
    'https://docs.aws.amazon.com/vpc-lattice/latest/ug/services.html',
    'https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  ],
  example: { bad: estate(30), good: estate(60) },
  check: (it) => advised(timerVerdict(it, longer), insteadOf(it)),
};

/** Above the client a response may come in pieces; a query below it may not. */
function insteadOf({ path, hop }: TimerCase): string {
  const layer = path.legs.find((leg) => leg.hops.includes(hop))?.layer;
  return layer === 'connection'
    ? 'take it out of the way of the database connection, since only rows would reset it'
    : 'stream a byte within every interval, or let the request answer at once and fetch the result later';
}

export default policy;
