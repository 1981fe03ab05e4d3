import {
  brokenText,
  code,
  differenceText,
  documentOf,
  isBreaking,
  otherwiseText,
  restoreFix,
  type Broken,
  type DriftCase,
  type EstateVerdict,
  type JudgedDifference,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
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
  id: 'drift-breaks-no-promise',
  title: 'No live value breaks a promise that the declared value keeps',
  severity: 'error',
  per: 'drift',
  why:
    'A timeout that was changed in the console, by a script or by another stack is not what was reviewed. The plan still shows ' +
    'the value that keeps the promise, so nothing that looks at the plan sees that queries are cut.',
  fix: 'Apply the configuration again. Where the live value is meant, write it there and change the promise.',
  refs: [
    'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/717',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  ],
  example: { bad: estate(60), good: estate(100) },
  check: ({ drift }: DriftCase) => [...drift.differences.filter(keepsAll).map(kept), ...broken(drift.differences)],
};

type Breaking = { readonly difference: JudgedDifference; readonly broken: Broken };

function keepsAll({ breaks }: JudgedDifference): boolean {
  return !breaks.some(({ judgement }) => judgement.decides);
}

function kept(difference: JudgedDifference): EstateVerdict {
  const { live, is, was, unit } = difference;
  const verdict: PolicyVerdict = {
    outcome: 'pass',
    message: `${differenceText(difference)}; ${otherwiseText(difference)}`,
    expected: String(was.value),
    actual: is.value,
    ...(unit === null ? {} : { unit }),
  };
  return { resource: live, workload: null, role: null, verdict };
}

/** One verdict per resource, workload and role, though several of its values may break the promise. */
function broken(differences: readonly JudgedDifference[]): readonly EstateVerdict[] {
  const found = new Map<string, Breaking[]>();
  for (const difference of differences)
    for (const one of difference.breaks.filter(({ judgement }) => judgement.decides)) {
      const key = JSON.stringify([difference.live.id, one.workload, one.role]);
      found.set(key, [...(found.get(key) ?? []), { difference, broken: one }]);
    }
  return [...found.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { workload, role } = first.broken;
    return [{ resource: first.difference.live, workload, role, verdict: verdictOn(all, first) }];
  });
}

function verdictOn(all: readonly Breaking[], first: Breaking): PolicyVerdict {
  const sure = all.filter((one) => isBreaking(one.broken));
  const [worst] = sure;
  const provenance = (worst ?? first).difference.is.setting?.from ?? [];
  if (worst === undefined)
    return {
      outcome: 'unknown',
      message: all.map(sentence).join('; '),
      provenance,
      settles: first.broken.judgement.settles ?? `apply what is in ${documentOf(first.difference.declared)} again`,
    };
  const { difference } = worst;
  const others = sure.slice(1).map(({ difference: { is, was } }) => `${code(is.attribute)} to ${was.text}`);
  const fix = restoreFix(difference);
  return {
    outcome: 'fail',
    message: sure.map(sentence).join('; '),
    provenance,
    expected: String(difference.was.value),
    actual: difference.is.value,
    unit: difference.unit ?? 'text',
    fix: others.length === 0 ? fix : { ...fix, note: `and ${others.join(', ')}; ${fix.note ?? ''}` },
  };
}

function sentence({ difference, broken: one }: Breaking): string {
  return `${differenceText(difference)}: ${brokenText(one)}`;
}

export default policy;
