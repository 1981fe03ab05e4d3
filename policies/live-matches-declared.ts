import {
  adoptFix,
  brokenText,
  code,
  differenceText,
  documentOf,
  isBreaking,
  otherwiseText,
  type Drift,
  type DriftCase,
  type EstateVerdict,
  type JudgedDifference,
  type Node,
  type Pair,
  type Policy,
  type PolicyExample,
  type Uncompared,
} from 'holdfast/policy';

/** A load balancer that was declared with 120 s. */
const estate = (live: number): PolicyExample => ({
  resources: { 'aws_lb.public': { name: 'public', load_balancer_type: 'application', idle_timeout: 120 } },
  collected: {
    resources: [
      {
        type: 'elasticloadbalancing:loadbalancer',
        answer: {
          LoadBalancerName: 'public',
          Type: 'application',
          LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: String(live) }],
        },
      },
    ],
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        request: { maxDuration: '90s' },
        path: [{ alb: ['aws_lb.public', 'public'] }, { client: { name: 'api' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'live-matches-declared',
  title: 'What is live is what was declared',
  severity: 'warning',
  per: 'drift',
  why:
    'Whoever reads the configuration takes its values for the ones that run. A value that was changed beside it is lost at the ' +
    'next apply, or comes as a surprise in the next incident. A value that breaks a promise is `drift-breaks-no-promise`.',
  fix: 'Apply the configuration again, or write the live value into it.',
  refs: [
    'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/717',
    'https://github.com/hashicorp/terraform/issues/39172',
  ],
  example: { bad: estate(100), good: estate(120) },
  check: ({ drift }: DriftCase) => [
    ...drift.pairs.flatMap((pair) => verdictsOn(pair, drift)),
    ...drift.notLive.map(gone),
    ...drift.perhapsNotLive.map(perhapsGone),
  ],
};

function verdictsOn(pair: Pair, { differences }: Drift): readonly EstateVerdict[] {
  const own = differences.filter(({ live }) => live === pair.live);
  // One that breaks a promise is told there.
  const harmless = own.filter(({ breaks }) => !breaks.some(isBreaking));
  const at = { resource: pair.live, workload: null, role: null };
  const [first, ...others] = harmless;
  if (first === undefined) return own.length > 0 || pair.compared === 0 ? [] : [{ ...at, verdict: same(pair) }];
  const fix = adoptFix(first);
  const further = others.map(({ was, is }) => `${code(was.attribute)}, which is ${is.text}`);
  return [
    {
      ...at,
      verdict: {
        outcome: 'fail',
        message: harmless.map(sentence).join('; '),
        provenance: first.is.setting?.from ?? [],
        expected: others.length === 0 ? String(first.was.value) : 'as declared',
        actual: others.length === 0 ? first.is.value : harmless.length,
        unit: others.length === 0 ? (first.unit ?? 'text') : 'count',
        fix: further.length === 0 ? fix : { ...fix, note: `likewise ${further.join('; ')}; ${fix.note ?? ''}` },
      },
    },
  ];
}

function same({ live, declared, compared }: Pair): EstateVerdict['verdict'] {
  return {
    outcome: 'pass',
    message: `${code(live.subject)} is as ${documentOf(declared)} says: ${compared} ${compared === 1 ? 'value' : 'values'} compared`,
    expected: 'as declared',
    actual: 'as declared',
    unit: 'text',
  };
}

/** What merely closes an idle connection or ends a drain decides no verdict, and is told here. */
function sentence(difference: JudgedDifference): string {
  const [broken] = difference.breaks.filter(({ judgement }) => !judgement.decides);
  return broken === undefined
    ? `${differenceText(difference)}; ${otherwiseText(difference)}`
    : `${differenceText(difference)}: ${brokenText(broken)}`;
}

function gone(resource: Node): EstateVerdict {
  return {
    resource,
    workload: null,
    role: null,
    verdict: {
      outcome: 'fail',
      message: `${code(resource.subject)} of ${documentOf(resource)} is not live, so nothing runs that it declares`,
      expected: 'live',
      actual: 'not live',
      unit: 'text',
      fix: {
        resource: resource.subject,
        type: 'apply',
        setting: 'apply',
        value: 'again',
        note: 'or take it out of the configuration where it was deleted on purpose',
      },
    },
  };
}

function perhapsGone({ resource, why, settles }: Uncompared): EstateVerdict {
  const message = `whether ${code(resource.subject)} of ${documentOf(resource)} is live cannot be told: ${why}`;
  return { resource, workload: null, role: null, verdict: { outcome: 'unknown', message, settles } };
}

export default policy;
