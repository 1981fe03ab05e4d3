import path from 'node:path';
import type { Report } from '../../lib/core/report';
import { check, sorted, verdictsOf } from './_command';

const document = (name: string): string => `shop=${path.join(__dirname, 'one-estate', `${name}.json`)}`;
const dbg = (r: Report) => sorted(r.findings.map((f) => [f.policy, f.resource, f.workload, f.role, f.outcome, f.actual]));
it('x', async () => {
  const a = await check('one-estate', [document('state')]);
  const b = await check('one-estate', [document('collected')]);
  console.log(a.code, b.code, JSON.stringify(verdictsOf(a.report)), JSON.stringify(verdictsOf(b.report)));
  console.log(dbg(a.report).map((x) => JSON.stringify(x)).join('\n'));
  console.log(dbg(b.report).map((x) => JSON.stringify(x)).join('\n'));
  console.log(JSON.stringify(a.report.coverage.notes), JSON.stringify(b.report.coverage, null, 1));
});
