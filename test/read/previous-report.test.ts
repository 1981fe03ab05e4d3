import { InputError } from '../../lib/core/input-error';
import { changesSince } from '../../lib/core/since';
import { readPreviousReport } from '../../lib/read/previous-report';
import json from '../../lib/report/formats/json';
import { finding, mixed, plain, report } from '../report/sample';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readPreviousReport> => readPreviousReport('old.json', bytes(text));
const whole = JSON.parse(json.render(report({ judgedOn: '2026-11-21' }), plain)) as Record<string, unknown>;
const changed = (own: Record<string, unknown>): string => JSON.stringify({ ...whole, ...own });

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('an earlier report', () => {
  it.each([mixed(), report(), report({ judgedOn: '2026-11-21' })])(
    'is compared with itself without a change',
    (made) => {
      const previous = read(json.render(made, plain));
      const { day, ...changes } = changesSince(previous, made);
      expect(day).toBe(made.judgedOn ?? null);
      expect(Object.values(changes)).toEqual([[], [], [], [], [], []]);
    },
  );

  it('takes names that are keys of every object', () => {
    const odd = report({ findings: [finding({ resource: '__proto__', policy: 'constructor' })] });
    expect(read(json.render(odd, plain)).findings).toMatchObject([{ resource: '__proto__', policy: 'constructor' }]);
  });

  it('leaves out a day that is none', () => {
    for (const judgedOn of ['yesterday\u001b[31m', 7, ['2026-11-21'], '2026-11-21T00:00'])
      expect(read(changed({ judgedOn })).judgedOn).toBeUndefined();
  });

  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  it.each<[string, string, RegExp]>([
    ['another version', changed({ version: 2 }), /^old.json: a report of another version than 1/],
    ['a report of another tool', changed({ tool: { name: 'other' } }), /^old.json: not a JSON report of holdfast/],
    ['a list', '[]', /not a JSON report/],
    ['a plan', '{"format_version":"1.2","planned_values":{}}', /not a JSON report/],
    ['a collected document', '{"format":"holdfast-collection","version":1}', /not a JSON report .* --collected/],
    ['text', 'holdfast: 1 workload', /not a JSON report/],
    ['an empty file', '', /^old.json: empty/],
    ['findings that are none', changed({ findings: [1] }), /not a JSON report/],
    ['a finding without its policy', changed({ findings: [{ ...finding(), policy: undefined }] }), /not a JSON report/],
    ['an outcome that is none', changed({ findings: [finding({ outcome: 'green' as 'pass' })] }), /not a JSON report/],
    ['a unit that is none', changed({ findings: [finding({ unit: 'h' as 's' })] }), /not a JSON report/],
    ['a workload of a number', changed({ findings: [{ ...finding(), workload: 1 }] }), /not a JSON report/],
    ['a verdict that is none', changed({ workloads: [{ name: 'a', verdict: 'fine' }] }), /not a JSON report/],
    ['no workloads', changed({ workloads: null }), /not a JSON report/],
    ['no coverage', changed({ coverage: null }), /not a JSON report/],
    ['coverage of numbers', changed({ coverage: { judged: [1], onNoPath: [] } }), /not a JSON report/],
    [
      'a value that nests without end',
      changed({ findings: [{ ...finding(), actual: deep(3000) }] }),
      /not a JSON report/,
    ],
  ])('is refused: %s', (_, text, why) => {
    expect(refusal(text)).toMatch(why);
  });

  it('quotes nothing of what it refuses', () => {
    expect(refusal('{"password": "hunter2" broken')).not.toContain('hunter2');
  });
});
