import type { Report } from '../../lib/core/report';
import { failure, report, row, workload } from './sample';

/** Names that would act in HTML, in Markdown, in what its hosts make of it, or in a workflow command. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</details><script>x</script>',
  '--> x',
  '@octocat and @org/team',
  'fixes #12, o/r#1, GH-12',
  'https://example.org/o/r/issues/1 www.example.org a@example.org',
  '[x](http://example.org) ![x](http://example.org/p.png)',
  '[x]: http://example.org',
  'a | b || c',
  'a`b `` ``` c',
  '`a` @b `c` #1',
  '````\n# x',
  '**b** _i_ ~~s~~ $m$',
  '# h',
  '> q',
  '- [ ] t',
  '1. x',
  '=====',
  '    code',
  ':tada: x:id:y',
  '&lt;b&gt; &#64;x',
  'a\\|b\\',
  '|@b.co| www.a.bc|',
  '/close',
  '::error::x\r\n::warning::y%0A##[error]z',
  '\u202e\u200b\u0000\u001b[31m\ud800',
  '',
];

/** A report in which that name is everywhere. */
export function hostileReport(name: string): Report {
  const waiver = { policy: name, resource: name, workload: name, role: name, reason: name, owner: name, until: name };
  const location = { document: name, pointer: name };
  const step = { level: 'role', subject: name, attribute: name, text: name, cite: name, location } as const;
  const cut = row({ resource: name, attribute: name, effect: 'cuts', at: { from: 60, to: 60 } });
  return report({
    workloads: [
      workload({
        name,
        verdict: 'cut',
        cutAt: 60,
        phase: 'query',
        timeline: [
          { ...cut, caller: { sees: name, at: 60 } },
          { ...cut, attribute: 'x' },
        ],
      }),
      workload({ name, verdict: 'unknown', timeline: [row({ because: name, attribute: name, effect: 'may-cut' })] }),
      workload({ name }),
    ],
    findings: (['fail', 'unknown', 'waived', 'pass'] as const).flatMap((outcome) =>
      [name, `${name}2`].map((resource) =>
        failure({
          outcome,
          policy: name,
          resource,
          workload: name,
          role: name,
          message: name,
          settles: name,
          expected: name,
          actual: name,
          unit: 'text',
          provenance: [step, { ...step, assumed: name }],
          locations: [location, { document: name, file: name, line: 3, column: 1 }],
          waiver: outcome === 'waived' ? waiver : null,
          fix: { resource: name, type: 'role', setting: name, value: name, note: name },
        }),
      ),
    ),
    coverage: {
      documents: [{ name, source: name, resources: 1 }],
      judged: [name],
      onNoPath: [name],
      notDeclared: [{ workload: name, what: name, why: name }],
      notes: (['incomplete', 'unread', 'info'] as const).map((level) => ({ what: name, why: name, level })),
    },
  });
}
