import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../lib/core/report';
import { world, type Outcome } from './shell/world';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'examples');
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'main.tf')))
  .map((entry) => entry.name);
const { run } = world();

function check(name: string, more = ''): Promise<Outcome> {
  return run(`check -c examples/${name}/holdfast.yaml examples/${name}/plan.json ${more}`, { cwd: root });
}

async function judged(name: string): Promise<Report> {
  return JSON.parse((await check(name, '-o json')).out) as Report;
}

/** What each example shows, worked out by hand from its files: verdict, moment, who cuts. */
const expected: Readonly<Record<string, readonly (readonly [string, string, number | null, string | null])[]>> = {
  // 3 x 30 s in one request against the 60 s that apply to an ALB without `idle_timeout`; 40 s pass.
  'api-behind-alb': [
    ['checkout-api', 'cut', 60, 'aws_lb.public'],
    ['catalog-api', 'holds', null, null],
  ],
  // The server probes every 300 s and the first client too; the firewall forgets after 120 s. The second probes every 60 s.
  'etl-through-nlb': [
    ['nightly-etl', 'cut', 120, 'aws_networkfirewall_firewall_policy.egress'],
    ['hourly-sync', 'holds', null, null],
  ],
  // `statement_timeout = 0` of postgresql_role issues RESET, so the cluster group's 60 s cut an hour of migration.
  'aurora-readers': [
    ['web', 'holds', null, null],
    ['reports', 'holds', null, null],
    ['migrations', 'cut', 60, 'aws_rds_cluster_instance.shop["one"]'],
  ],
};

describe('examples', () => {
  it('has an expectation for each', () => {
    expect(examples).toEqual(Object.keys(expected).sort());
  });

  it.each(examples)('%s is judged as worked out by hand', async (name) => {
    const report = await judged(name);
    expect(report.workloads.map((one) => [one.name, one.verdict, one.cutAt, one.cutBy])).toEqual(expected[name]);
    expect(report.coverage.notes.filter((note) => note.level === 'incomplete')).toEqual([]);
  });

  it.each(examples)('%s prints its expected output and exits 1', async (name) => {
    const { code, out, err } = await check(name);
    expect(out).toBe(readFileSync(path.join(folder, name, 'expected.txt'), 'utf8'));
    expect([code, err]).toEqual([1, '']);
  });

  it('shows the waiver of aurora-readers with its owner and end', async () => {
    const { findings } = await judged('aurora-readers');
    const waived = findings.filter((finding) => finding.outcome === 'waived');
    expect(waived.map((finding) => [finding.policy, finding.workload, finding.waiver?.owner])).toEqual(
      ['one', 'three', 'two'].map(() => ['reader-conflict-outlasts-query', 'reports', 'data-platform']),
    );
  });

  it.each(examples)('the plan of %s holds the resources of its main.tf', (name) => {
    const written = readFileSync(path.join(folder, name, 'main.tf'), 'utf8').matchAll(/^resource "(\w+)" "([\w-]+)"/gm);
    const plan = JSON.parse(readFileSync(path.join(folder, name, 'plan.json'), 'utf8')) as {
      configuration: { root_module: { resources: { address: string }[] } };
    };
    expect(plan.configuration.root_module.resources.map((one) => one.address)).toEqual(
      [...written].map(([, type, own]) => `${type}.${own}`).sort(),
    );
  });

  it('README shows the finding as the command prints it', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const shown = /<!-- finding -->\n+```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no finding in README.md';
    expect(readFileSync(path.join(folder, 'api-behind-alb', 'expected.txt'), 'utf8')).toContain(shown.trim());
  });
});
