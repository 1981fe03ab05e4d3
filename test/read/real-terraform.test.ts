import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fact, Reading } from '../../lib/core/fact';
import type { Kind } from '../../lib/core/kind';
import { readDocument } from '../../lib/read/document';
import { sketch } from './kinds';
import { fact } from './small-plan';

const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'))),
  CHECKPOINT_DISABLE: '1',
};
const present = spawnSync('terraform', ['version'], { env: environment }).status === 0;
const withTerraform = present ? describe : describe.skip;

// The built-in resource needs no provider to be downloaded: one value that is written, and one that apply computes.
const thing: Kind = sketch({
  name: 'thing',
  type: 'terraform_data',
  names: ['id'],
  settings: { input: ['text', 'input'], id: ['text', 'id'] },
  links: {
    ref: { terraform: 'input', to: ['thing'], by: ['id'] },
    inside: { terraform: 'triggers_replace.thing', to: ['thing'], by: ['id'] },
  },
});

const root = `
variable "use_pg" { default = true }
variable "password" {
  default   = "hunter2-not-real"
  sensitive = true
}
locals { via = terraform_data.pg.id }

resource "terraform_data" "pg" { input = "pg" }
resource "terraform_data" "other" { input = "other" }
resource "terraform_data" "direct" { input = terraform_data.pg.id }
resource "terraform_data" "choice" { input = var.use_pg ? terraform_data.pg.id : terraform_data.other.id }
resource "terraform_data" "through_local" { input = local.via }
resource "terraform_data" "secret" { input = var.password }
resource "terraform_data" "inside" {
  input            = "x"
  triggers_replace = { thing = terraform_data.other.id }
}
resource "terraform_data" "keyed" {
  for_each = { a = 1, "b.c[0]" = 2, "$\${x}\\"" = 3 }
  input    = each.key
}
resource "terraform_data" "by_own_key" {
  for_each = { a = 1, "b.c[0]" = 2, "$\${x}\\"" = 3 }
  input    = terraform_data.keyed[each.key].id
}
resource "terraform_data" "by_literal_key" { input = terraform_data.keyed["b.c[0]"].id }
resource "terraform_data" "counted" {
  count = 2
  input = "counted"
}
resource "terraform_data" "by_own_index" {
  count = 2
  input = terraform_data.counted[count.index].id
}
resource "terraform_data" "none" {
  count = 0
  input = terraform_data.pg.id
}
resource "terraform_data" "of_none" { input = try(terraform_data.none[0].id, "nothing") }
module "m" {
  source   = "./m"
  for_each = { "x.y" = terraform_data.pg.id }
  pg       = each.value
}
resource "terraform_data" "of_module" { input = module.m["x.y"].id }
`;

const called = `
variable "pg" {}
resource "terraform_data" "inner" { input = var.pg }
output "id" { value = terraform_data.inner.id }
`;

const jsonSyntax = JSON.stringify({
  resource: { terraform_data: { json_syntax: { input: '\${terraform_data.pg.id}' } } },
});

withTerraform('what the real producer prints (skipped without terraform)', () => {
  let folder: string;
  let first: Reading;
  let again: Reading;
  let state: Reading;

  const terraform = (...words: readonly string[]): Buffer => {
    const { status, stdout, stderr } = spawnSync('terraform', [...words], { cwd: folder, env: environment });
    if (status !== 0) throw new Error(`terraform ${words.join(' ')}: ${stderr.toString()}`);
    return stdout;
  };
  const shown = (...words: readonly string[]): Reading => {
    const [reading] = readDocument('real', terraform('show', '-json', ...words), [thing]);
    return reading!;
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'real-terraform-'));
    mkdirSync(path.join(folder, 'm'));
    writeFileSync(path.join(folder, 'main.tf'), root);
    writeFileSync(path.join(folder, 'more.tf.json'), jsonSyntax);
    writeFileSync(path.join(folder, 'm', 'main.tf'), called);
    terraform('init', '-input=false', '-no-color');
    terraform('plan', '-input=false', '-no-color', '-out=tfplan');
    first = shown('tfplan');
    terraform('apply', '-input=false', '-no-color', 'tfplan');
    state = shown();
    terraform('plan', '-input=false', '-no-color', '-out=tfplan');
    again = shown('tfplan');
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const to = (one: Fact, link = 'ref'): unknown =>
    one.links[link]?.map((each) =>
      each.state === 'linked' && 'id' in each.to
        ? [each.sure, each.to.id.replace(/^real#terraform_data\./, '')]
        : each.state,
    );

  const links: readonly (readonly [string, string, unknown])[] = [
    ['terraform_data.direct', 'ref', [['exact', 'pg']]],
    ['terraform_data.choice', 'ref', ['one-of']],
    ['terraform_data.through_local', 'ref', ['unknown']],
    ['terraform_data.inside', 'inside', [['exact', 'other']]],
    ['terraform_data.by_own_key["a"]', 'ref', [['exact', 'keyed["a"]']]],
    ['terraform_data.by_own_key["b.c[0]"]', 'ref', [['exact', 'keyed["b.c[0]"]']]],
    ['terraform_data.by_literal_key', 'ref', [['exact', 'keyed["b.c[0]"]']]],
    ['terraform_data.by_own_index[1]', 'ref', [['exact', 'counted[1]']]],
    ['module.m["x.y"].terraform_data.inner', 'ref', [['probable', 'pg']]],
    ['terraform_data.of_module', 'ref', [['exact', 'real#module.m["x.y"].terraform_data.inner']]],
    ['terraform_data.json_syntax', 'ref', [['exact', 'pg']]],
  ];
  it.each(links)('links %s (%s) before the first apply', (address, link, expected) => {
    expect(to(fact(first, address), link)).toEqual(expected);
  });

  it('links an instance whose key holds quotes and template signs', () => {
    const [reader] = first.facts.filter((one) => one.subject.startsWith('terraform_data.by_own_key["$'));
    const [target] = first.facts.filter((one) => one.subject.startsWith('terraform_data.keyed["$'));
    expect(target).toBeDefined();
    expect(to(reader!)).toEqual([['exact', target!.subject.replace('terraform_data.', '')]]);
  });

  it('tells computed from written', () => {
    expect(fact(first, 'terraform_data.pg').settings).toMatchObject({ input: { state: 'known', value: 'pg' } });
    expect(fact(first, 'terraform_data.pg').settings.id).toBeUndefined();
    expect(fact(first, 'terraform_data.direct').settings.input).toMatchObject({
      state: 'unknown',
      why: '`input` of `terraform_data.direct` comes from `terraform_data.pg.id`, which is known only after apply',
    });
  });

  it.each(['first', 'again', 'state'] as const)('shows no secret (%s)', (which) => {
    const reading = { first, again, state }[which];
    expect(fact(reading, 'terraform_data.secret').settings.input).toMatchObject({ state: 'unknown' });
    expect(JSON.stringify(reading).includes('hunter2')).toBe(false);
  });

  it.each(['again', 'state'] as const)('links all by known ids once it is applied (%s)', (which) => {
    const reading = { again, state }[which];
    for (const address of ['direct', 'choice', 'through_local', 'json_syntax'].map(
      (name) => `terraform_data.${name}`,
    )) {
      expect([address, to(fact(reading, address))]).toEqual([address, [['exact', 'pg']]]);
    }
    expect(reading.facts).toHaveLength(first.facts.length);
  });

  it('plans no change afterwards', () => {
    expect(new Set(again.facts.map((one) => one.change?.action))).toEqual(new Set(['keep']));
    expect(first.notes).toEqual([]);
    expect(again.notes).toEqual([]);
  });
});
