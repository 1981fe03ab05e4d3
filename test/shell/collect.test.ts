import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../lib/read/collection/collection';
import type { Io } from '../../lib/shell/io';
import { schemaErrors } from '../read/collection/collection-schema';
import { everything } from './aws/_estate';
import { withEnvironment } from './aws/server/environment';
import { startAws, type Aws, type Options } from './aws/server/start';
import { deadPort } from './postgres/_servers';
import { world, type Outcome, type World } from './world';

/** A small estate: one load balancer, so that reading it takes no time. */
const small: NonNullable<Options['estate']> = {
  'eu-west-1': { balancers: [{ is: everything.balancers![1]!.is, attributes: {} }] },
  'us-east-1': {},
};

let aws: Aws;
afterEach(() => aws.close());

type Run = { readonly here: World; readonly outcome: Outcome };

/** Runs the command against a stand-in with this estate. */
async function collect(args: string, options: Options = {}, change: Partial<Io> = {}, here = world()): Promise<Run> {
  aws = await startAws({ estate: small, ...options });
  const outcome = await withEnvironment(aws.env, () => here.run(`collect ${args}`, change));
  return { here, outcome };
}

const documentOf = (text: string): Collection => JSON.parse(text) as Collection;
const modeOf = ({ folder }: World, file: string): number => statSync(path.join(folder, file)).mode & 0o777;

describe('holdfast collect', () => {
  it('writes what it read for its owner alone, and says which account it was', async () => {
    const { here, outcome } = await collect('--regions eu-west-1,us-east-1 -o live.json --quiet');
    expect(outcome).toEqual({ code: 0, out: '', err: '' });
    expect(modeOf(here, 'live.json')).toBe(0o600);
    const text = here.read('live.json');
    expect(schemaErrors(text)).toEqual([]);
    const { regions, ...rest } = documentOf(text);
    expect(rest).toMatchObject({
      format: 'holdfast-collection',
      version: 1,
      collectedAt: '2026-11-22T12:00:00.000Z',
      complete: true,
      catalogs: [],
      failedCatalogs: [],
    });
    expect(regions.map(({ account, region, resources }) => [account, region, resources.length])).toEqual([
      ['123456789012', 'eu-west-1', 1],
      ['123456789012', 'us-east-1', 0],
    ]);
  });

  it('tells its progress and the account on standard error, and writes nothing else to standard output', async () => {
    const { outcome } = await collect('--regions eu-west-1');
    expect(outcome.code).toBe(0);
    expect(schemaErrors(outcome.out)).toEqual([]);
    expect(outcome.err).toContain('holdfast: read elbv2 of eu-west-1: ');
    expect(outcome.err).toContain('holdfast: account 123456789012, eu-west-1: 1 resource\n');
  });

  it('takes its live line away at a terminal, also when it was interrupted', async () => {
    const { outcome } = await collect('--regions eu-west-1 -o live.json', {}, { errorColumns: 80 });
    expect(outcome.err).toContain('\r\u001b[2Kholdfast: reading ');
    expect(outcome.err.split('\r\u001b[2K').at(-1)).toBe('holdfast: account 123456789012, eu-west-1: 1 resource\n');
  });

  it('says of an account in which nothing is that nothing can be judged', async () => {
    const { here, outcome } = await collect('--regions us-east-1 -o live.json');
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('exit 2: live.json: nothing was found in it');
    expect(documentOf(here.read('live.json')).complete).toBe(true);
  });

  it.each([
    ['--regions', ['eu-west-1', 'us-east-1'], '--regions us-east-1 --regions eu-west-1,us-east-1', {}],
    ['HOLDFAST_REGIONS', ['us-east-1'], '', { HOLDFAST_REGIONS: 'us-east-1' }],
  ])('reads the Regions of %s, each once', async (_, expected, args, env) => {
    const { outcome } = await collect(args, {}, { env });
    expect(
      documentOf(outcome.out)
        .regions.map(({ region }) => region)
        .sort(),
    ).toEqual(expected);
  });

  it('does not take the format of reports for a file', async () => {
    const { outcome } = await collect('--regions us-east-1', {}, { env: { HOLDFAST_OUTPUT: 'json=report.json' } });
    expect(documentOf(outcome.out).complete).toBe(true);
  });

  it('writes what it has where a call is denied, names the permission, and exits 2', async () => {
    const faults = [{ action: 'DescribeDBProxies', does: 'denies' as const }];
    const { here, outcome } = await collect('--regions eu-west-1 -o live.json', { faults });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('exit 2: ');
    expect(outcome.err).toContain('rds:DescribeDBProxies');
    const { regions, complete } = documentOf(here.read('live.json'));
    expect(complete).toBe(true);
    expect(regions[0]?.failed.map(({ action, why }) => [action, why])).toEqual([['DescribeDBProxies', 'denied']]);
    expect(regions[0]?.resources).toHaveLength(1);
  });

  it('ends at Ctrl-C with what it has, marked incomplete, and exits 2', async () => {
    let press = (): void => undefined;
    const options: Options = {
      faults: [{ api: 'rds', does: 'hangs' }],
      onCall: ({ action }) => {
        if (action === 'DescribeDBInstances') press();
      },
    };
    const onInterrupt: Io['onInterrupt'] = (listener) => {
      press = listener;
      return () => undefined;
    };
    const { here, outcome } = await collect('--regions eu-west-1 -o live.json', options, { onInterrupt });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('holdfast: interrupted; ');
    expect(outcome.err).toContain('exit 2: ');
    const document = documentOf(here.read('live.json'));
    expect(schemaErrors(here.read('live.json'))).toEqual([]);
    expect(document.complete).toBe(false);
    expect(document.regions[0]?.failed.map(({ why }) => why)).toContain('interrupted');
  });

  it('says what to do without credentials, and of catalogs how to do without an account', async () => {
    const none = { env: { HOME: '/nowhere' } };
    const without = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    aws = await startAws({});
    const run = (args: string): Promise<Outcome> =>
      withEnvironment({ ...aws.env, ...without }, () => world().run(`collect --regions eu-west-1 ${args}`, none));
    const alone = await run('');
    expect(alone).toMatchObject({ code: 2, out: '' });
    expect(alone.err).toContain('AWS cannot be read without valid credentials');
    expect(alone.err).not.toContain('--no-aws');
    expect((await run('--postgres postgres://u@127.0.0.1:1/d')).err).toContain('say --no-aws');
  });
});

describe('what collect refuses before it reads anything', () => {
  it.each([
    ['a file of something else', '-o holdfast.yaml', 'holdfast.yaml exists and is no collected document'],
    ['a folder', '-o own', 'own is a folder'],
    ['a folder that is not there', '-o nowhere/live.json', 'nowhere/live.json cannot be written'],
    ['nothing to read', '--no-aws', '--no-aws leaves nothing to read'],
    ['Regions of no account', '--no-aws --regions eu-west-1', '--no-aws and --regions exclude each other'],
    ['what is no Region', '--regions eu-west-1.evil.example/', 'is no AWS Region'],
    ['what is no address', '--postgres orders', '--postgres takes postgres://'],
    ['an option that there is not', '--region eu-west-1', "unknown option '--region'"],
  ])('%s', async (_, args, message) => {
    const { outcome } = await collect(args, {}, { env: { HOME: '/nowhere' } });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(message);
    expect(aws.calls).toEqual([]);
  });

  it('writes over a document of its own, and closes it to others', async () => {
    const here = world();
    here.write('live.json', '{"format" : "holdfast-collection", "version": 1}');
    chmodSync(path.join(here.folder, 'live.json'), 0o644);
    const { outcome } = await collect('--regions eu-west-1 -o live.json --quiet', {}, {}, here);
    expect(outcome).toEqual({ code: 0, out: '', err: '' });
    expect(modeOf(here, 'live.json')).toBe(0o600);
    expect(documentOf(here.read('live.json')).complete).toBe(true);
  });

  it('writes over an empty file, and into what is no file at all', async () => {
    const here = world();
    here.write('empty.json', '');
    expect((await collect('--regions eu-west-1 -o empty.json', {}, {}, here)).outcome.code).toBe(0);
    await aws.close();
    expect((await collect('--regions eu-west-1 -o /dev/null', {}, {}, here)).outcome.code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('catalogs', () => {
  it('that cannot be read are named, with exit 2, and nothing of a password is shown', async () => {
    const address = `postgres://app:hunter2,and,more@127.0.0.1:${String(await deadPort())}/shop`;
    const env = { HOME: '/nowhere', HOLDFAST_POSTGRES: `orders=${address}` };
    const { outcome } = await collect('--no-aws -o live.json', {}, { env });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('holdfast: read catalog of orders: 0 answers, 1 refused or lost\n');
    expect(outcome.err).toContain('exit 2: ');
    expect(outcome.err).not.toMatch(/hunter2|and,more/);
    expect(aws.calls).toEqual([]);
  });

  it.each([
    ['of an option that is misspelt', '--postgress=postgres://app:hunter2@h/d'],
    ['of an option that is misspelt, with quotes in it', "--postgress=postgres://app:hun'ter2@h/d'"],
    ['without its option', 'postgres://app:hunter2@h/d'],
    ['that is malformed', '--postgres postgres://app:hunter2@h:p/d'],
  ])('an address %s shows no password', async (_, args) => {
    const { outcome } = await collect(args, {}, { env: { HOME: '/nowhere' } });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^holdfast: /);
    expect(outcome.err).not.toMatch(/hun|ter2/);
  });
});
