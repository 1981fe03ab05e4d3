import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Reading } from '../../../lib/core/fact';
import type { Kind } from '../../../lib/core/kind';
import { readStacks } from '../../../lib/read/cdktf/read';
import type { JsonObject } from '../../../lib/read/json';
import { readDocument } from '../../../lib/read/document';
import { sketch } from '../kinds';
import { shown } from './_stacks';

const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'))),
  CHECKPOINT_DISABLE: '1',
};
const present = spawnSync('terraform', ['version'], { env: environment }).status === 0;
const withTerraform = present ? describe : describe.skip;

// The built-in resource needs no provider to be downloaded.
const thing: Kind = sketch({ name: 'thing', type: 'terraform_data', settings: { input: ['text', 'input'] } });

const things: JsonObject = {
  plain: { input: 'plain' },
  in_a_list: [{ input: 'in a list' }],
  local: { input: '${local.a}-${local.b}' },
  variable: { input: '${var.small}' },
  no_template: { input: '${var.literal}' },
  map: { for_each: { a: 'x', 'b.c[0]': 'y', '$${z}"': 'z' }, input: '${each.key}=${each.value}' },
  set: { for_each: '${toset(["p", "q"])}', input: '${each.key}${each.value}' },
  of_local: { for_each: '${local.all}', input: '${each.value.t}' },
  made: {
    for_each: '${{ for key, val in [{"name" = "q", "v" = 1}, {"name" = "r", "v" = 2}]: val.name => val }}',
    input: '${each.value.v}',
  },
  chained: { for_each: '${terraform_data.of_local}', input: '${each.value.input}' },
  alike: { for_each: '${local.all}', input: '${terraform_data.of_local[each.key].input}' },
  counted: { count: '${length(local.all)}', input: 'n${count.index}' },
  first: { input: '${terraform_data.counted[0].input}' },
  splat: { input: '${join(",", terraform_data.counted[*].input)}' },
  legacy_splat: { input: '${element(terraform_data.counted.*.input, 1)}' },
  none: { count: 0, input: 'none' },
};

const body: JsonObject = {
  resource: { terraform_data: things },
  locals: [{ a: 'one', all: { k: { t: 1 }, l: { t: 2 } } }, { b: '${local.a}' }],
  variable: { small: { default: 7 }, literal: { default: '${1 + 1}' } },
};

withTerraform('a stack says what the plan of it says (skipped without terraform)', () => {
  let folder: string;
  let plan: Reading;
  const [stack] = readStacks([{ document: 'stack', stack: null, body }], [thing]);

  const terraform = (...words: readonly string[]): Buffer => {
    const { status, stdout, stderr } = spawnSync('terraform', [...words], { cwd: folder, env: environment });
    if (status !== 0) throw new Error(`terraform ${words.join(' ')}: ${stderr.toString()}`);
    return stdout;
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'real-stack-'));
    writeFileSync(path.join(folder, 'cdk.tf.json'), JSON.stringify(body));
    terraform('init', '-input=false', '-no-color');
    terraform('plan', '-input=false', '-no-color', '-out=tfplan');
    plan = readDocument('stack', terraform('show', '-json', 'tfplan'), [thing])[0]!;
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inputs = (reading: Reading): Record<string, unknown> =>
    Object.fromEntries(reading.facts.map(({ subject, settings }) => [subject, shown(settings.input)]));

  it('the same resources with the same values', () => {
    expect(Object.keys(inputs(plan)).length).toBe(23);
    expect(inputs(stack!)).toEqual(inputs(plan));
  });

  it('under the same ids', () => {
    expect(stack!.facts.map(({ id }) => id).sort()).toEqual(plan.facts.map(({ id }) => id).sort());
  });
});
