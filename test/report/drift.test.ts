import text from '../../lib/report/formats/text';
import type { DriftReport, DriftRow, Since } from '../../lib/core/report';
import { plain, report } from './sample';

const row = (own: Partial<DriftRow> = {}): DriftRow => ({
  is: 'value',
  live: 'public',
  declared: 'aws_lb.public',
  document: 'state.json',
  attribute: 'idle_timeout.timeout_seconds',
  liveValue: 110,
  declaredValue: 120,
  unit: 's',
  message: '`idle_timeout.timeout_seconds` of `public` is 110 s live and 2 min in state.json',
  breaks: [],
  ...own,
});
const whole = (is: 'not-live' | 'not-declared', name: string): DriftRow =>
  row({
    is,
    live: is === 'not-declared' ? name : null,
    declared: is === 'not-live' ? name : null,
    document: null,
    attribute: null,
    message: `\`${name}\` of state.json is not live`,
  });
const drift = (own: Partial<DriftReport> = {}): DriftReport => ({
  documents: [{ name: 'state.json', source: 'state', resources: 14, matched: 12 }],
  matched: 12,
  drifted: 1,
  rows: [row()],
  notCompared: [],
  ...own,
});
const since = (own: Partial<Since> = {}): Since => ({
  day: '2026-11-21',
  newFailures: [],
  goneFailures: [],
  verdicts: [],
  values: [],
  come: [],
  gone: [],
  ...own,
});
const key = { policy: 'p', resource: 'public', workload: 'checkout', role: 'app' };

const part = (rendered: string, title: string): string =>
  (rendered.split('\n\n').find((one) => one.startsWith(title)) ?? '').trimEnd();

describe('the drift section', () => {
  it('counts, then names what differs with what it breaks', () => {
    const made = report({
      drift: drift({
        drifted: 2,
        rows: [
          row({ breaks: ['checkout-api', 'etl'] }),
          row(),
          whole('not-live', 'aws_lb.old'),
          whole('not-declared', 'stray'),
        ],
      }),
    });
    expect(part(text.render(made, plain), 'Drift')).toBe(
      [
        'Drift from state.json: 12 resources matched, 2 drifted, 1 not live',
        '  `idle_timeout.timeout_seconds` of `public` is 110 s live and 2 min in state.json; it breaks the',
        '    promise of checkout-api, etl',
        '  `idle_timeout.timeout_seconds` of `public` is 110 s live and 2 min in state.json',
        '  `aws_lb.old` of state.json is not live',
        '  live and declared nowhere (1):',
        '    stray',
      ].join('\n'),
    );
  });

  it('is told where nothing differs, and absent where nothing was compared', () => {
    expect(part(text.render(report({ drift: drift({ matched: 1, drifted: 0, rows: [] }) }), plain), 'Drift')).toBe(
      'Drift from state.json: 1 resource matched, 0 drifted',
    );
    expect(text.render(report(), plain)).not.toContain('Drift');
    expect(text.render(report({ drift: drift() }), { ...plain, verbosity: 'quiet' })).not.toContain('Drift');
  });

  it('says why something was not compared, and what settles it', () => {
    const open = { resource: 'public', attribute: 'idle_timeout', why: 'is known only after apply', settles: 'apply' };
    const made = report({ drift: drift({ rows: [], notCompared: [open, { ...open, attribute: null }] }) });
    expect(part(text.render(made, plain), 'Drift')).toBe(
      [
        'Drift from state.json: 12 resources matched, 1 drifted, 2 not compared',
        '  not compared (2):',
        '    idle_timeout of public: is known only after apply (settled by: apply)',
        '    public: is known only after apply (settled by: apply)',
      ].join('\n'),
    );
  });

  it('limits what it lists unless all is asked for', () => {
    const made = report({ drift: drift({ rows: Array.from({ length: 12 }, () => row()) }) });
    expect(text.render(made, plain)).toContain('and 2 more (--verbose names them)');
    expect(text.render(made, { ...plain, verbosity: 'verbose' })).not.toContain('more (--verbose');
  });

  it('lets no name act on a terminal', () => {
    const made = report({
      drift: drift({
        rows: [whole('not-declared', 'a\u001b[31m'), row({ breaks: ['b\u202e'], message: 'c\u0007' })],
        documents: [{ name: 'd\u009b', source: 'state', resources: 1, matched: 1 }],
      }),
    });
    expect(text.render(made, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('the section of changes', () => {
  it.each<[string, Partial<Since>, string]>([
    ['nothing', {}, 'Since 2026-11-21: nothing changed'],
    ['no day', { day: null }, 'Since the earlier report: nothing changed'],
    [
      'failures',
      {
        newFailures: [key],
        goneFailures: [
          { ...key, now: 'pass' },
          { ...key, now: 'unknown' },
        ],
      },
      [
        'Since 2026-11-21: 1 new failure, 2 gone (1 cannot be told now)',
        '  fails now: p on public for checkout, app',
        '  passes now: p on public for checkout, app',
        '  failed, and cannot be told now: p on public for checkout, app',
      ].join('\n'),
    ],
    [
      'the rest',
      {
        verdicts: [
          { workload: 'etl', from: 'holds', to: 'cut' },
          { workload: 'new', from: null, to: 'holds' },
        ],
        values: [
          { ...key, workload: null, role: null, from: 120, to: null, unit: 's' },
          { ...key, from: 'a', to: [1], unit: 'text' },
        ],
        come: ['stray'],
        gone: ['old', 'older'],
      },
      [
        'Since 2026-11-21: 2 verdicts changed, 2 values changed, 1 resource came into view, 2 resources went',
        '  out of view',
        '  etl: holds → cut',
        '  new: not judged → holds',
        '  p on public: 2 min → off or not known',
        '  p on public for checkout, app: a → [1]',
        '  came into view: stray',
        '  went out of view: old',
        '  went out of view: older',
      ].join('\n'),
    ],
  ])('%s', (_, own, expected) => {
    expect(part(text.render(report({ since: since(own) }), plain), 'Since')).toBe(expected);
  });

  it('is one line where little is wanted, and none where nothing was named', () => {
    const made = report({ since: since({ newFailures: [key] }) });
    expect(part(text.render(made, { ...plain, verbosity: 'quiet' }), 'Since')).toBe('Since 2026-11-21: 1 new failure');
    expect(text.render(report(), plain)).not.toContain('Since');
  });
});
