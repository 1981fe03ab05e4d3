import { exitCode, unjudged } from '../../lib/core/exit-code';
import type { ExitOptions } from '../../lib/core/exit-code';
import type { Report } from '../../lib/core/report';
import { failure, finding, report, workload } from '../report/sample';

const asked: ExitOptions = { failOn: 'error', onUnknown: 'pass', softFail: false };
const passed = finding();
const failed = failure();
const warned = failure({ severity: 'warning' });
const informed = failure({ severity: 'info' });
const open = finding({ outcome: 'unknown', settles: 'declare it' });
const openWarning = finding({ outcome: 'unknown', severity: 'warning', settles: 'declare it' });
const waived = failure({ outcome: 'waived' });

const of = (...findings: Report['findings']): Report => report({ findings });
const withNote = (made: Report, level: 'incomplete' | 'unread' | 'info'): Report => ({
  ...made,
  coverage: { ...made.coverage, notes: [{ what: 'plan.json', why: 'the plan errored', level }] },
});
const nothingFound = (made: Report): Report => ({
  ...made,
  workloads: [workload({ verdict: 'unknown', paths: [], timeline: [] })],
});
const unknownWorkload = (made: Report): Report => ({ ...made, workloads: [workload({ verdict: 'unknown' })] });

const cases: readonly (readonly [string, Report, Partial<ExitOptions>, 0 | 1 | 2])[] = [
  ['all passed', of(passed), {}, 0],
  ['an error', of(passed, failed), {}, 1],
  ['a warning, failing on errors', of(passed, warned), {}, 0],
  ['a warning, failing on warnings', of(passed, warned), { failOn: 'warning' }, 1],
  ['an info, failing on warnings', of(passed, informed), { failOn: 'warning' }, 0],
  ['an info, failing on infos', of(passed, informed), { failOn: 'info' }, 1],
  ['an error, failing on infos', of(failed), { failOn: 'info' }, 1],
  ['a waived error', of(waived), { failOn: 'info' }, 0],
  ['an unknown that passes', of(passed, open), {}, 0],
  ['an unknown that fails', of(passed, open), { onUnknown: 'fail' }, 1],
  ['an unknown warning, failing on errors', of(passed, openWarning), { onUnknown: 'fail' }, 0],
  ['an unknown warning, failing on warnings', of(passed, openWarning), { onUnknown: 'fail', failOn: 'warning' }, 1],
  ['an unknown workload that passes', unknownWorkload(of(passed)), {}, 0],
  ['an unknown workload that fails', unknownWorkload(of(passed)), { onUnknown: 'fail' }, 1],
  ['only unknowns', of(open), {}, 2],
  ['only unknowns that fail', of(open), { onUnknown: 'fail' }, 1],
  ['no finding at all', of(), {}, 2],
  ['a group that is valid, and no path that was found', nothingFound(of(passed)), {}, 2],
  ['incomplete input', withNote(of(passed), 'incomplete'), {}, 2],
  ['a part that was not read', withNote(of(passed), 'unread'), {}, 0],
  ['something worth saying', withNote(of(passed), 'info'), {}, 0],
  ['an error in incomplete input', withNote(of(failed), 'incomplete'), {}, 1],
  ['an error, softly', of(passed, failed), { softFail: true }, 0],
  ['only errors, softly', of(failed), { softFail: true }, 0],
  ['an error in incomplete input, softly', withNote(of(failed), 'incomplete'), { softFail: true }, 2],
  ['an unknown that fails, softly', of(passed, open), { softFail: true, onUnknown: 'fail' }, 0],
  ['no finding at all, softly', of(), { softFail: true }, 2],
];

describe('exit code', () => {
  it.each(cases)('%s', (_, made, change, code) => {
    expect(exitCode(made, { ...asked, ...change })).toBe(code);
  });

  it('tells why not all was judged', () => {
    expect(unjudged(withNote(of(open), 'incomplete'))).toEqual([
      'plan.json: the plan errored',
      'nothing was judged: no policy came to a verdict on any resource',
    ]);
    expect(unjudged(of(passed, open))).toEqual([]);
  });
});
