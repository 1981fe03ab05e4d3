import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../lib/core/report';
import { iamPolicy } from '../../lib/shell/aws/iam-policy';
import { schemaErrors } from '../read/collection/collection-schema';
import { schemaErrors as reportErrors } from '../report/report-schema';
import { everything } from './aws/_estate';
import { withEnvironment } from './aws/server/environment';
import { startAws, type Aws, type Options } from './aws/server/start';
import { plan, world, type Outcome, type World } from './world';

/** The load balancer of the stand-in, which waits for 120 s, and the database. */
const estate = {
  'eu-west-1': {
    balancers: [{ is: everything.balancers![0]!.is, attributes: { 'idle_timeout.timeout_seconds': '120' } }],
    instances: [{ ...everything.instances![0], DBParameterGroups: [] }],
  },
};

const configuration = (request: string): string => `version: 1
workloads:
  - name: checkout-api
    maxQueryDuration: 30s
    request: { maxDuration: ${request} }
    path:
      - alb: [aws_lb.public, public]
      - client: { name: api }
      - database: [aws_db_instance.orders, orders]
`;

function estateWorld(request = '90s'): World {
  const here = world();
  here.write('holdfast.yaml', configuration(request));
  return here;
}

let aws: Aws | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

/** Audits the stand-in, with the one policy whose findings do not depend on what else is judged. */
async function audit(args: string, here = estateWorld(), options: Options = {}, env = {}): Promise<Outcome> {
  await aws?.close();
  const stand = await startAws({ estate, ...options });
  aws = stand;
  const only = '--policy alb-idle-timeout-outlasts-query';
  return withEnvironment(stand.env, () =>
    here.run(`audit ${args.includes('--policy') ? '' : only} ${args}`, { env: { HOME: '/nowhere', ...env } }),
  );
}

const region = '--regions eu-west-1';
const reportOf = ({ out }: Outcome): Report => JSON.parse(out) as Report;

describe('holdfast audit', () => {
  it.each([
    ['a promise that the account keeps', '90s', '', 0, '1 passed'],
    ['a promise that it does not', '150s', '', 1, '1 failed'],
    ['the same, softly', '150s', '--soft-fail', 0, '1 failed'],
    ['every timer against one duration', '90s', '--max-query-duration 2m', 1, '1 failed'],
    ['the workload that is named', '150s', '--workload checkout-*', 1, '1 failed'],
  ])('judges %s', async (_, request, more, code, said) => {
    const outcome = await audit(`${region} --quiet ${more}`, estateWorld(request));
    expect(outcome).toMatchObject({ code, err: '' });
    expect(outcome.out).toContain(said);
  });

  it('judges as check judges what collect has written', async () => {
    const here = estateWorld('150s');
    const live = await audit(`${region} -o json --quiet --save live.json`, here);
    const checked = await here.run('check live.json -o json --policy alb-idle-timeout-outlasts-query');
    const again = await audit('--collected live.json -o json', here);
    expect([live.code, checked.code, again.code]).toEqual([1, 1, 1]);
    expect(reportOf(checked)).toEqual(reportOf(live));
    expect(reportOf(again)).toEqual(reportOf(live));
    expect(reportErrors(live.out)).toEqual([]);
    expect(aws?.calls).toEqual([]);
  });

  it('keeps what it read, for its owner alone', async () => {
    const here = estateWorld();
    await audit(`${region} --save live.json`, here);
    expect(schemaErrors(here.read('live.json'))).toEqual([]);
    expect(statSync(path.join(here.folder, 'live.json')).mode & 0o777).toBe(0o600);
  });

  it('judges what was read where it cannot be kept, and exits 2', async () => {
    const outcome = await audit(`${region} --quiet --save /dev/full`);
    expect(outcome.code).toBe(2);
    expect(outcome.out).toContain('1 passed');
    expect(outcome.err).toMatch(/^holdfast: \/dev\/full cannot be written \(/);
    const failing = await audit(`${region} --quiet --save /dev/full`, estateWorld('150s'));
    expect(failing.code).toBe(1);
  });

  it.each([
    ['names the permission and exits 2', '90s', 2],
    ['leaves a failure a failure', '150s', 1],
  ])('a denied call %s', async (_, request, code) => {
    const faults = [{ action: 'DescribeDBClusters', does: 'denies' as const }];
    const outcome = await audit(region, estateWorld(request), { faults });
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain('rds:DescribeDBClusters');
    expect(outcome.err.includes('exit 2: ')).toBe(code === 2);
  });

  it('does not take a value that could not be read for its default', async () => {
    const faults = [{ action: 'DescribeLoadBalancerAttributes', does: 'denies' as const }];
    const outcome = await audit(`${region} -o json`, estateWorld('50s'), { faults });
    expect(outcome.code).toBe(2);
    const [finding] = reportOf(outcome).findings;
    expect(finding).toMatchObject({ outcome: 'unknown', policy: 'alb-idle-timeout-outlasts-query' });
  });

  it('prints the permissions it needs, and calls nobody', async () => {
    const outcome = await audit('--print-iam-policy', world());
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(outcome.out)).toEqual(iamPolicy());
    expect(outcome.out).toContain('"rds:DescribeDBInstances"');
    expect(aws?.calls).toEqual([]);
  });

  it('takes its options from the environment, and lets a flag win over what it excludes', async () => {
    const here = estateWorld('150s');
    await audit(`${region} --save live.json`, here);
    const env = { HOLDFAST_REGIONS: 'eu-west-1', HOLDFAST_POSTGRES: 'postgres://u@127.0.0.1:1/d', HOLDFAST_QUIET: '1' };
    expect(await audit('--collected live.json', here, {}, env)).toMatchObject({ code: 1, err: '' });
    expect(await audit('', here, {}, { HOLDFAST_COLLECTED: 'live.json' })).toMatchObject({ code: 1 });
  });
});

describe('what audit refuses before it reads anything', () => {
  it.each([
    ['a configuration that is not there', `${region} -c nope.yaml`, 'nope.yaml'],
    ['a format that there is not', `${region} -o jsn`, 'did you mean json'],
    ['a policy that there is not', `${region} --policy nope`, 'no policy is called nope'],
    ['a workload that there is not', `${region} --workload chekout-api`, 'did you mean checkout-api'],
    ['a baseline that is not there', `${region} --baseline nope.json`, 'nope.json does not exist'],
    ['a document to compare with that is not there', `${region} --against nope.json`, 'nope.json does not exist'],
    ['a document to compare with that is none', `${region} --against holdfast.yaml`, 'holdfast.yaml: '],
    ['an earlier report that is not there', `${region} --since nope.json`, 'nope.json does not exist'],
    ['an earlier report that is none', `${region} --since ok.json`, 'ok.json: '],
    ['a file of something else', `${region} --save ok.json`, 'ok.json exists and is no collected document'],
    [
      'a Region in what was collected',
      `${region} --collected live.json`,
      '--collected and --regions exclude each other',
    ],
    ['to keep what is kept', '--collected a.json --save b.json', '--collected and --save exclude each other'],
    ['a plan as if it were live', '--collected ok.json', 'ok.json is a plan, and --collected takes what'],
    ['documents without an option', 'ok.json', 'too many arguments'],
    ['what leaves nothing to read', '--no-aws', '--no-aws leaves nothing to read'],
  ])('%s', async (_, args, message) => {
    const outcome = await audit(args);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
    expect(outcome.err).toMatch(/^holdfast: /);
    expect(aws?.calls).toEqual([]);
  });
});

describe('what an audit is compared with', () => {
  it('is read as check reads it, several documents beside each other', async () => {
    const here = estateWorld();
    here.write('other.json', plan(60, 'other'));
    const outcome = await audit(`${region} --against ok.json --against other.json`, here);
    expect(outcome.err).not.toContain('bug');
  });

  it('costs the verdict its completeness where part of it cannot be read', async () => {
    const outcome = await audit(`${region} --against ok.json --against nope.json`);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('holdfast: nope.json does not exist\n');
  });
});

it('the example prints what it is said to print', async () => {
  const root = path.resolve(__dirname, '../..');
  const folder = 'examples/live-audit';
  const args = `audit -c ${folder}/holdfast.yaml --collected ${folder}/collected.json --against ${folder}/state.json`;
  const { code, out, err } = await world().run(args, { cwd: root });
  expect(out).toBe(readFileSync(path.join(root, folder, 'expected.txt'), 'utf8'));
  expect([code, err]).toEqual([1, '']);
});
