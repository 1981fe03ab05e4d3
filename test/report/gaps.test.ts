import type { Report } from '../../lib/core/report';
import { gapsOf } from '../../lib/report/gaps';
import { failure, finding, report, workload } from './sample';

const incomplete = { what: 'plan.json', why: 'it was made with -target', level: 'incomplete' } as const;
const withNotes = (...notes: Report['coverage']['notes']): Report => {
  const made = report();
  return { ...made, coverage: { ...made.coverage, notes } };
};
const unknown = workload({ name: 'etl', verdict: 'unknown', timeline: [] });

describe('gaps', () => {
  it.each<[string, Report, readonly string[]]>([
    ['none where everything was judged', report(), []],
    [
      'what could not be judged',
      withNotes(incomplete),
      ['unjudged: could not be judged: plan.json: it was made with -target'],
    ],
    [
      'the same reason once',
      withNotes(incomplete, incomplete),
      ['unjudged: could not be judged: plan.json: it was made with -target'],
    ],
    ['nothing for what was merely unread', withNotes({ ...incomplete, level: 'unread' }), []],
    [
      'a report in which nothing was judged',
      report({ findings: [], workloads: [] }),
      ['unjudged: could not be judged: nothing was judged: no policy came to a verdict on any resource'],
    ],
    [
      'a workload that is unknown without a finding',
      report({ workloads: [workload(), unknown] }),
      ['unknown: etl is unknown: its path could not be judged; promised 30 s'],
    ],
    [
      'no workload whose unknown finding says it',
      report({
        workloads: [workload(), unknown],
        findings: [finding(), finding({ workload: 'etl', outcome: 'unknown' })],
      }),
      [],
    ],
    [
      'no workload whose failure is a result already',
      report({ workloads: [workload(), unknown], findings: [failure(), failure({ workload: 'etl' })] }),
      [],
    ],
  ])('are %s', (_, made, expected) => {
    expect(gapsOf(made).map(({ is, message }) => `${is}: ${message}`)).toEqual(expected);
  });

  it('have a key each', () => {
    const made = withNotes(incomplete, { ...incomplete, what: 'state.json' });
    const keys = gapsOf({ ...made, workloads: [workload(), unknown] }).map(({ key }) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(3);
  });
});
