import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { InputError } from '../../../lib/core/input-error';
import { kinds as real } from '../../../lib/kinds';
import { loadConfiguration, type Loaded } from '../../../lib/shell/configuration/load';
import { kinds, policies } from '../../read/configuration/_kinds';
import { problemsOf, read } from '../../read/configuration/_reading';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'holdfast-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const load = (folder = '', file?: string): Loaded | null =>
  loadConfiguration({ cwd: path.join(root, folder), kinds, policies, ...(file === undefined ? {} : { file }) });

/** Problems with the file that each is in. */
function located(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ message, location: at }) =>
      at === undefined ? message : `${String(at.file)}:${String(at.line)}:${String(at.column)} ${message}`,
    );
  }
  return [];
}

const small = (name: string, more = ''): string =>
  `version: 1\n${more}\nworkloads:\n  - name: ${name}\n    maxQueryDuration: 30s\n`;
const namesIn = (loaded: Loaded | null): readonly string[] =>
  (loaded?.configuration.workloads ?? []).map(({ name }) => name);

describe('finding the file', () => {
  it.each(['holdfast.yaml', 'holdfast.yml', 'holdfast.json'])('%s of a folder above', (name) => {
    const json = '{ "version": 1, "workloads": [{ "name": "a", "maxQueryDuration": "30s" }] }';
    write({ [name]: name.endsWith('json') ? json : small('a'), 'x/y/z/other.yaml': '' });
    const loaded = load('x/y/z');
    expect([namesIn(loaded), loaded?.file]).toEqual([['a'], `../../../${name}`]);
    expect(loaded?.configuration.workloads[0]?.location?.file).toBe(`../../../${name}`);
  });

  it('takes the nearest, and no folder of that name', () => {
    write({ 'holdfast.yaml': small('far'), 'x/holdfast.yml': small('near'), 'x/y/holdfast.yaml/z': '' });
    expect([namesIn(load('x/y')), namesIn(load('x')), namesIn(load())]).toEqual([['near'], ['near'], ['far']]);
  });

  it('is null where there is none', () => {
    write({ 'x/y': '' });
    expect(load('x')).toBeNull();
  });

  it('takes the file that is named, whatever its name', () => {
    write({ 'holdfast.yaml': small('a'), 'ci/sla.txt': small('b') });
    expect([namesIn(load('ci', 'sla.txt')), load('ci', path.join(root, 'holdfast.yaml'))?.file]).toEqual([
      ['b'],
      '../holdfast.yaml',
    ]);
  });

  it.each<[string, string | undefined, Record<string, string | Uint8Array>, string]>([
    [
      'two in one folder',
      undefined,
      { 'holdfast.yml': '', 'holdfast.json': '' },
      'ROOT holds holdfast.json and holdfast.yml, so it is not clear which one counts; keep one, or name it with `--config`',
    ],
    ['one that is missing', 'x.yaml', {}, 'x.yaml does not exist; correct the path'],
    ['one below a file', 'x.yaml/y', { 'x.yaml': '' }, 'x.yaml/y does not exist; correct the path'],
    ['a folder', 'x', { 'x/y': '' }, 'x is a folder; name the file in it'],
    [
      'UTF-16',
      'x.yaml',
      { 'x.yaml': Uint8Array.of(0xff, 0xfe, 0x61, 0) },
      'x.yaml is not UTF-8 text; save it as UTF-8',
    ],
  ])('refuses %s', (_title, file, files, problem) => {
    write(files);
    expect(located(() => load('', file))).toEqual([problem.replace('ROOT', root)]);
  });

  it('says which file a problem is in', () => {
    write({ 'holdfast.yaml': small('a', 'extra: 1'), 'x/y': '' });
    expect(located(() => load('x'))).toEqual([expect.stringMatching(/^\.\.\/holdfast\.yaml:2:1 `extra` is not a key/)]);
  });
});

describe('extends', () => {
  it('builds on files relative to the one that names them', () => {
    write({
      'org/base.yaml': small('shared', 'defaults: { headroom: 1s }'),
      'org/team/team.yaml': `extends: ../base.yaml\n${small('team', 'defaults: { maxIdle: 1m }')}`,
      'holdfast.yaml':
        'version: 1\nextends: org/team/team.yaml\nworkloads:\n  - name: shared\n    maxQueryDuration: 5m\n',
    });
    expect(load()?.configuration.workloads).toEqual([
      expect.objectContaining({
        name: 'shared',
        maxQueryDuration: 300,
        maxIdle: 60,
        headroom: { as: 'duration', seconds: 1 },
      }),
      expect.objectContaining({ name: 'team', maxQueryDuration: 30 }),
    ]);
  });

  it('counts a file once, however many need it', () => {
    const waiver = (resource: string): string =>
      `waivers: [{ policy: alb-*, resource: ${resource}, reason: r, owner: o, until: 2027-01-31 }]`;
    write({
      'c.yaml': waiver('c'),
      'a.yaml': `extends: c.yaml\n${waiver('a')}\ndefaults: { maxIdle: 1m }`,
      'b.yaml': `extends: [./c.yaml]\n${waiver('b')}\ndefaults: { maxIdle: 2m }`,
      'holdfast.yaml': small('x', `extends: [a.yaml, b.yaml]\n${waiver('x')}`),
    });
    const configuration = load()?.configuration;
    expect(configuration?.waivers.map(({ resource }) => resource)).toEqual(['c', 'a', 'b', 'x']);
    expect(configuration?.workloads[0]?.maxIdle).toBe(120);
  });

  it('puts each problem in its own file', () => {
    write({
      'base.yaml': 'version: 1\nworkloads:\n  - name: a\n    maxQueryDuration: 30\n    maxIdle: 1m\n    roles: x\n',
      'holdfast.yaml':
        'extends: base.yaml\nworkloads:\n  - name: b\n    maxQueryDuration: 1m\n  - name: a\n    maxIdle: 5\n',
    });
    expect(
      located(() => load())
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(['base.yaml:4:5', 'base.yaml:6:5', 'holdfast.yaml:6:5']);
  });

  it.each<[string, Record<string, string>, ...string[]]>([
    [
      'a file that is missing',
      { 'holdfast.yaml': 'version: 1\nextends: [x.yaml, y.yaml]' },
      'holdfast.yaml:2:11 x.yaml does not exist; correct the path',
      'holdfast.yaml:2:19 y.yaml does not exist; correct the path',
    ],
    [
      'itself',
      { 'holdfast.yaml': 'extends: ./holdfast.yaml' },
      'holdfast.yaml:1:1 holdfast.yaml extends itself; remove one `extends`',
    ],
    [
      'a circle',
      {
        'holdfast.yaml': 'extends: x/a.yaml',
        'x/a.yaml': 'extends: b.yaml',
        'x/b.yaml': '\nextends: ../holdfast.yaml',
      },
      'x/b.yaml:2:1 holdfast.yaml extends itself through x/a.yaml and x/b.yaml; remove one `extends`',
    ],
    [
      'an address',
      { 'holdfast.yaml': 'extends: https://example.com/holdfast.yaml' },
      'holdfast.yaml:1:1 "https://example.com/holdfast.yaml" is an address, and only local files are read; copy the file and name the copy',
    ],
    [
      'an address of git',
      { 'holdfast.yaml': 'extends: ["git@example.com:a/b.yaml"]' },
      'holdfast.yaml:1:11 "git@example.com:a/b.yaml" is an address, and only local files are read; copy the file and name the copy',
    ],
    [
      'what is no name',
      { 'holdfast.yaml': small('a', 'extends: [7]') },
      'holdfast.yaml:2:11 `extends[0]` is the number 7, where the path of a local file is expected; write for example `../holdfast.yaml`',
    ],
    [
      'no YAML',
      { 'holdfast.yaml': 'extends: x.yaml', 'x.yaml': 'a: [' },
      'x.yaml:1:5 this is not YAML: unexpected end of the stream within a flow collection; mend it here or just above',
    ],
  ])('refuses %s', (_title, files, ...problems) => {
    write(files);
    expect(located(() => load())).toEqual(problems);
  });

  it('notices a circle through a link', () => {
    write({ 'holdfast.yaml': 'extends: again/holdfast.yaml' });
    symlinkSync('.', path.join(root, 'again'), 'dir');
    expect(located(() => load())).toEqual([
      'holdfast.yaml:1:1 again/holdfast.yaml extends itself; remove one `extends`',
    ]);
  });
});

describe('whatever is written', () => {
  const word = fc.constantFrom(
    'version',
    'workloads',
    'name',
    'path',
    'alb',
    'client',
    'firewall',
    'keepalive',
    'idle',
    'tag',
    'declared',
    'roles',
    'policies',
    'waivers',
    'until',
    'defaults',
    'maxQueryDuration',
    'request',
    'scope',
    'extends',
    '1',
    '30s',
    'null',
    '~',
    '.nan',
    '-.inf',
    '__proto__',
    'constructor',
    '*',
    '&a',
    '*a',
    '!!set',
    '<<',
    '[',
    ']',
    '{',
    '}',
    ':',
    ': ',
    ',',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%',
    '---\n',
    '\t',
    '\u0000',
    '\ud800',
    '\u2028',
    '\ufeff',
    '2027-01-31',
    '5432',
    '? ',
  );
  const noise = fc.array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  });

  it('a text gives a configuration or an InputError', () => {
    fc.assert(
      fc.property(noise, (pieces) => {
        // `problemsOf` throws whatever is no InputError.
        expect(problemsOf(() => read(pieces.join('')))).toEqual(expect.any(Array));
      }),
      { numRuns: 3000 },
    );
  });

  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('30s', 'a', 'system', '10%', '2027-01-31'),
  );
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'version',
      'workloads',
      'name',
      'path',
      'alb',
      'client',
      'firewall',
      'pooler',
      'keepalive',
      'settings',
      'tag',
      'declared',
      'roles',
      'parameterGroups',
      'policies',
      'waivers',
      'until',
      'policy',
      'defaults',
      'maxQueryDuration',
      'maxSilence',
      'request',
      'scope',
      'headroom',
      'port',
      'endpoint',
      'database',
      'statement_timeout',
      '__proto__',
      'toString',
    ),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
    ),
  }));

  it('data in place of a value gives a configuration or an InputError', () => {
    const places = [
      'defaults',
      'policies',
      'declared',
      'workloads',
      'waivers',
      'scope',
      'path',
      'client',
      'firewall',
      'database',
    ];
    fc.assert(
      fc.property(tree, fc.constantFrom(...places), fc.constantFrom(kinds, real), (value, place, table) => {
        const inPath = ['client', 'firewall'].includes(place);
        const inWorkload = inPath || ['path', 'database'].includes(place);
        const workload = {
          name: 'a',
          maxQueryDuration: '30s',
          ...(inPath ? { path: [{ [place]: value }] } : inWorkload ? { [place]: value } : {}),
        };
        const file = { version: 1, workloads: [workload], ...(inWorkload ? {} : { [place]: value }) };
        expect(problemsOf(() => read(JSON.stringify(file), table))).toEqual(expect.any(Array));
      }),
      { numRuns: 2000 },
    );
  });
});
