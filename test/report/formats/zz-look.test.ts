import { writeFileSync } from 'node:fs';
import github from '../../../lib/report/formats/github';
import markdown from '../../../lib/report/formats/markdown';
import type { Report } from '../../../lib/core/report';
import { examples, judgedExample } from '../judged-example';
import { failure, mixed, plain, report, row, workload } from '../sample';
const context = { ...plain, commentTag: null };
it.each([...examples, 'mixed' as const])('%s', (name) => {
  const made = name === 'mixed' ? mixed() : judgedExample(name);
  writeFileSync(`/tmp/b/f2/out/${name}.md`, markdown.render(made, context));
  writeFileSync(`/tmp/b/f2/out/${name}.github.txt`, github.render(made, context));
});
const evil = ['<img src=x onerror=alert(1)>', '</details><script>x</script>', '@octocat', 'see @org/team and #12 fixes #13', 'o/r#1', 'GH-12', 'https://github.com/o/r/issues/1', 'www.evil.com', 'a@b.co', '[x](http://e.com)', '![x](http://e.com/p.png)', '[x]: http://e.com', '| a | b |', 'a`b', '`', '``', '```', '````\n# x', '~~~', '**b**', '_i_', '~~s~~', '# h', '> q', '- [ ] t', '1. x', '+ x', '=====', '-----', '    code', '$a$ $$b$$ $`a`$', ':tada: x:id:y', '&lt;b&gt; &amp; &#64;x', '<!-- x', '-->', ']]>', '\\', '\\`', 'a\\|b', '`a|b`', '`@x`@y', '\u202e\u200b\u0000\u001b[31m', '\ud800', '', ' ', '<a@b.c>', '<https://e.com>', '/close', '!12', '{{ x }}', '[^1]', '[^1]: x', 'mailto:a@b.co', 'xmpp:a@b.co', '*', '__proto__', '<details>', 'a\nb', 'x`y @z `w', '`a` @b `c` #1', 'http://x', 'ftp://x.y', '(www.a.bc)', '"@x"', "'#1'", '(@x),', '@x.', 'deadbeef1', '@\u00e9', '1)', '==x==', 'x |', '|', '||', 'a|@b|#1'];
function hostile(e: string): Report {
  const waiver = { policy: e, resource: e, workload: e, role: e, reason: e, owner: e, until: e };
  const location = { document: e, pointer: e };
  const step = { level: 'role', subject: e, attribute: e, text: e, cite: e, location } as const;
  return report({
    workloads: [
      workload({ name: e, verdict: 'cut', cutAt: 60, phase: 'query', timeline: [row({ resource: e, attribute: e, effect: 'cuts', at: { from: 60, to: 60 }, caller: { sees: e, at: 60 } })] }),
      workload({ name: e, verdict: 'unknown', timeline: [row({ because: e, attribute: e, effect: 'may-cut' })] }),
      workload({ name: e }),
    ],
    findings: (['fail', 'unknown', 'waived', 'pass'] as const).flatMap((outcome) => [e, `${e}2`].map((resource) => failure({ outcome, policy: e, resource, workload: e, role: e, message: e, settles: e, expected: e, actual: e, unit: 'text', provenance: [step, { ...step, assumed: e }], locations: [location], waiver: outcome === 'waived' ? waiver : null, fix: { resource: e, type: 'role', setting: e, value: e, note: e } }))),
    coverage: { documents: [{ name: e, source: e, resources: 1 }], judged: [e], onNoPath: [e], notDeclared: [{ workload: e, what: e, why: e }], notes: (['incomplete', 'unread', 'info'] as const).map((level) => ({ what: e, why: e, level })) },
  });
}
it('evil', () => {
  const all = [...evil, ...evil.map((one, at) => `${one}${evil[(at * 7 + 3) % evil.length]!}`), ...evil.map((one, at) => `${one} ${evil[(at * 11 + 5) % evil.length]!}`)];
  writeFileSync('/tmp/b/f2/out/evil.json', JSON.stringify(all.map((e) => [e, markdown.render(hostile(e), { ...context, verbosity: 'verbose', commentTag: e }), github.render(hostile(e), context)])));
});
