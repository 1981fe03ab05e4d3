import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate } from '../../lib/core/evaluate';
import type { Reading } from '../../lib/core/fact';
import type { DriftReport, Report } from '../../lib/core/report';
import { kinds } from '../../lib/kinds';
import { readDocuments } from '../../lib/read/documents';
import text from '../../lib/report/formats/text';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { loadConfiguration } from '../../lib/shell/configuration/load';
import { plain } from '../report/sample';
import { schemaErrors } from '../report/report-schema';
import { configuration } from './_command';

const document = (name: string): string => readFileSync(path.join(__dirname, 'one-estate', `${name}.json`), 'utf8');
const read = (name: string, content: string): readonly Reading[] =>
  readDocuments([{ name, bytes: Buffer.from(content) }], kinds).readings;

const asIs = (content: string): string => content;

/** The collected estate, changed behind the state's back, compared with the state. */
function audit(
  change: (collected: string) => string,
  changeState: (state: string) => string = asIs,
): Report & { readonly drift: DriftReport } {
  const loaded = loadConfiguration({
    file: configuration('one-estate'),
    cwd: __dirname,
    kinds,
    policies: builtinPolicies.map(({ id }) => id),
  });
  const report = evaluate({
    readings: read('collected.json', change(document('collected'))),
    against: read('state.json', changeState(document('state'))),
    configuration: loaded!.configuration,
    kinds,
    policies: builtinPolicies,
    today: '2026-11-22',
    version: '0.0.0',
    partial: false,
  });
  const { drift } = report;
  if (drift === undefined) throw new Error('nothing was compared');
  expect(schemaErrors(JSON.stringify(report))).toEqual([]);
  return { ...report, drift };
}

type Answer = { [field: string]: unknown };
type Body = { regions: [{ resources: { type: string; answer: Answer }[] }] };

/** Changes the answers of one type that have this value in a field. */
function inAnswer(
  type: string,
  field: string,
  value: string,
  change: (answer: Answer) => void,
): (text: string) => string {
  return (content) => {
    const body = JSON.parse(content) as Body;
    const mine = body.regions[0].resources.filter((one) => one.type === type && one.answer[field] === value);
    expect(mine).toHaveLength(1);
    mine.forEach(({ answer }) => change(answer));
    return JSON.stringify(body);
  };
}

describe('an account beside the state that it was applied from', () => {
  it('has not drifted, whatever each of them spells out', () => {
    const { drift, judgedOn } = audit(asIs);
    expect(drift).toMatchObject({ drifted: 0, rows: [], notCompared: [] });
    // All but the association of the proxy with its target, which the account shows as a part of the pool.
    expect(drift.documents).toEqual([{ name: 'state.json', source: 'state', resources: 21, matched: 20 }]);
    expect(judgedOn).toBe('2026-11-22');
  });

  it('shows a broken promise with the command that sets the value back', () => {
    const report = audit(asIs, (state) => {
      expect(state).toContain('"idle_timeout": 60');
      return state.replace('"idle_timeout": 60', '"idle_timeout": 120');
    });
    expect(report.drift.rows).toMatchObject([
      { live: 'loadbalancer:public', liveValue: 60, declaredValue: 120, breaks: ['checkout'] },
    ]);
    const rendered = text.render(report, plain);
    expect(rendered).toContain('error drift-breaks-no-promise: loadbalancer:public');
    expect(rendered).toMatch(
      /aws elbv2 modify-load-balancer-attributes --load-balancer-arn \S+\/public\/50dc6c495c0c9188 --attributes Key=idle_timeout.timeout_seconds,Value=120 --region eu-west-1/,
    );
    expect(rendered).toContain('Drift from state.json: 20 resources matched, 1 drifted');
  });

  it('shows a parameter that a role overrules, with what to write to keep it', () => {
    const report = audit(
      inAnswer('rds:cluster-pg', 'DBClusterParameterGroupName', 'warehouse', (answer) => {
        answer.Parameters = [
          { ParameterName: 'statement_timeout', ParameterValue: '5000', Source: 'user', ApplyType: 'dynamic' },
          { ParameterName: 'tcp_keepalives_idle', ParameterValue: '400', Source: 'user', ApplyType: 'dynamic' },
        ];
      }),
    );
    expect(report.drift.rows).toMatchObject([
      {
        live: 'cluster-pg:warehouse',
        declared: 'aws_rds_cluster_parameter_group.warehouse',
        attribute: 'statement_timeout',
        liveValue: 5,
        declaredValue: 300,
        unit: 's',
        breaks: [],
      },
    ]);
    expect(text.render(report, plain)).toMatch(/parameter \{\s+name {2}= "statement_timeout"\s+value = "5000"\s+\}/);
  });

  it('shows a group that was attached in place of the declared one', () => {
    const { drift } = audit(
      inAnswer('rds:db', 'DBInstanceIdentifier', 'orders', (answer) => {
        answer.DBParameterGroups = [{ DBParameterGroupName: 'default.postgres16', ParameterApplyStatus: 'in-sync' }];
      }),
    );
    expect(drift.rows.filter((row) => row.is === 'value')).toMatchObject([
      { live: 'db:orders', liveValue: null, declaredValue: 'orders-pg16' },
    ]);
  });

  it('shows what was deleted, and what was added', () => {
    const without = audit((content) => {
      const body = JSON.parse(content) as Body;
      const [region] = body.regions;
      region.resources = region.resources.filter(({ type }) => type !== 'elasticloadbalancing:loadbalancer-classic');
      region.resources.push({ ...region.resources.find(({ type }) => type === 'rds:db-proxy')! });
      const added = region.resources.at(-1) as { arn?: string; answer: Answer };
      added.arn = 'arn:aws:rds:eu-west-1:123456789012:db-proxy:prx-1';
      added.answer = { ...added.answer, DBProxyName: 'stray', DBProxyArn: added.arn };
      return JSON.stringify(body);
    });
    expect(without.drift.rows.flatMap(({ is, declared }) => (is === 'not-live' ? [declared] : []))).toEqual([
      'aws_elb.legacy',
    ]);
    expect(without.drift.rows.flatMap(({ is, live }) => (is === 'not-declared' ? [live] : []))).toEqual([
      'db-proxy:stray',
    ]);
  });
});
