import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../lib/core/report';
import { bytes, checkAll, configuration, holdfast, shop, traps, withDocuments, type Outcome } from './_command';

/** Refused: what the message says the document is, and what it says is to be done. */
const refused: Readonly<Record<string, readonly [is: RegExp, todo: RegExp]>> = {
  'BINARY-planfile-zip.tfplan': [/a binary plan/, /Run `terraform show -json FILE`/],
  'concatenated-two-plans.json': [/several documents one after another/, /Write one file per unit/],
  'human-readable-show.txt': [/the human-readable output of `terraform show`/, /Run `terraform show -json FILE`/],
  'null.json': [/the JSON value `null`, not a plan/, /Run `terraform show -json FILE`/],
  'prefix-log-lines.json': [/log lines of the setup-terraform action/, /Set `terraform_wrapper: false`/],
  'prefix-terragrunt-module.json': [
    /prefixed with Terragrunt's `\[unit\]` log prefix/,
    /Run Terragrunt with `--log-disable`/,
  ],
  'streaming-ui-ndjson-NOT-A-PLAN.json': [
    /the event stream of `terraform plan -json`, not a plan/,
    /then `terraform show -json tfplan`/,
  ],
  'truncated.json': [/cut off before its end/, /Run `terraform show -json FILE` again/],
  'zero-bytes.json': [/: empty\./, /Did the command that wrote it fail\?/],
};

/** Read: how many resources there are after the plan, and what keeps it from being judged as a whole; all are `terraform_data`. */
const read: Readonly<Record<string, readonly [resources: number, incomplete: RegExp | null]>> = {
  'cdktf-json-syntax-provider-alias-ephemeral.json': [5, null],
  'create-unknown-foreach-modules-sensitive-checks.json': [30, null],
  'destroy.json': [0, /the plan only deletes.*\. Check the plan that creates/],
  'empty-config.json': [0, /the plan holds no managed resource.*\. Check the plan of the configuration/],
  'encoding-crlf-pretty.json': [19, null],
  'encoding-utf16be-bom.json': [19, null],
  'encoding-utf16le-bom-crlf-powershell5.json': [19, null],
  'encoding-utf16le-nobom.json': [19, null],
  'encoding-utf8-bom.json': [19, null],
  'errored.json': [1, /the plan ended with an error.*\. Mend the error .* and plan again/],
  'no-op-all-known-prior-state.json': [30, null],
  'refresh-only.json': [30, /a refresh-only plan lists no resources.*\. Plan without `-refresh-only`/],
  'target-incomplete.json': [1, /the plan covers part of the configuration.*\. Plan without `-target`/],
  'update-replace-delete-forget-moved-import-deposed-tainted.json': [19, null],
};

const promised = ['-c', configuration('nothing-there')];
/** However the question is put, a document without databases and load balancers is not judged. */
const ways: readonly (readonly [string, readonly string[]])[] = [
  ['with a configuration', promised],
  ['with a configuration and --partial', [...promised, '--partial']],
  ['with --max-query-duration', ['--max-query-duration', '5m']],
  ['with --max-query-duration and --partial', ['--max-query-duration', '5m', '--partial']],
];
const rowsOf = <T>(table: Readonly<Record<string, T>>): readonly (readonly [string, string, readonly string[], T])[] =>
  Object.entries(table).flatMap(([file, row]) => ways.map(([way, args]) => [file, way, args, row] as const));

const checkFile = (file: string, ...args: readonly string[]): Promise<Outcome> =>
  holdfast(['check', ...args, path.join(traps, file)]);

withDocuments('the trap (skipped without ../shared)', () => {
  it('is one that this table knows', () => {
    const known = [...Object.keys(refused), ...Object.keys(read)].sort();
    expect(existsSync(traps) ? readdirSync(traps).sort() : known).toEqual(known);
  });

  it.each(rowsOf(refused))('%s is refused %s', async (file, _, args, [is, todo]) => {
    const { code, out, err } = await checkFile(file, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(file);
    expect(err).toMatch(is);
    expect(err).toMatch(todo);
    expect(err).not.toMatch(/ {4}at |bug in holdfast/);
  });

  it.each(rowsOf(read))('%s is read and not judged %s', async (file, _, args, [resources, incomplete]) => {
    const { code, out, err } = await checkFile(file, '-o', 'json', ...args);
    const { workloads, findings, coverage } = JSON.parse(out) as Report;
    expect(code).toBe(2);
    expect(coverage.documents.map((one) => one.resources)).toEqual([resources]);
    expect(workloads.map((one) => [one.verdict, one.paths, one.timeline])).toEqual([['unknown', [], []]]);
    expect([findings, coverage.judged, coverage.onNoPath]).toEqual([[], [], []]);
    expect(err).toMatch(/nothing was judged/);
    if (incomplete !== null) expect(err.split('\n')[0]).toMatch(incomplete);
    expect(err).not.toMatch(/ {4}at |bug in holdfast/);
  });

  it.each(Object.keys(read))('%s shows no secret', async (file) => {
    for (const format of ['text', 'json']) {
      const { out, err } = await checkFile(file, ...promised, '-o', format, '--verbose');
      expect(out + err).not.toMatch(/not-real/);
    }
  });

  describe('on standard input', () => {
    it.each(Object.entries(refused))('%s is refused the same', async (file, [is, todo]) => {
      const { code, out, err } = await holdfast(['check', ...promised, '-'], bytes(file));
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(is);
      expect(err).toMatch(todo);
    });

    it.each(Object.entries(read))('%s is read the same', async (file, [resources]) => {
      const { code, out } = await holdfast(['check', ...promised, '-o', 'json', '-'], bytes(file));
      const { coverage } = JSON.parse(out) as Report;
      expect([code, coverage.documents]).toEqual([2, [{ name: 'stdin', source: 'plan', resources }]]);
    });
  });

  it.each([
    ['5m', 1],
    ['4s', 2],
  ])(
    'spoils the judgement of nothing else: beside a good one and %s promised it is exit %i',
    async (promised, code) => {
      const good = shop('create');
      const refused = path.join(traps, 'truncated.json');
      const judged = await checkAll(promised, [good, refused]);
      expect([judged.code, judged.report.findings]).toEqual([code, (await checkAll(promised, [good])).report.findings]);
      expect(judged.err).toMatch(/truncated\.json: cut off before its end/);
    },
  );

  it('keeps its note beside a good one: what is missing may be what cuts', async () => {
    const args = ['check', '--max-query-duration', '4s', shop('create')];
    expect((await holdfast(args)).code).toBe(0);
    const { code, err } = await holdfast([...args, path.join(traps, 'errored.json')]);
    expect(code).toBe(2);
    expect(err).toMatch(/errored\.json: the plan ended with an error/);
  });
});
