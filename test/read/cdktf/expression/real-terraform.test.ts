import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Json } from '../../../../lib/core/setting';
import { known, locals } from './cases';
import { generated } from './generated';
import { refused } from './refused';
import { valueOf } from './stand';

const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'))),
  CHECKPOINT_DISABLE: '1',
};
const present = spawnSync('terraform', ['version'], { env: environment }).status === 0;
const withTerraform = present ? describe : describe.skip;

/** What Terraform plans for outputs that are made of the expressions; an expression that it refuses is `refused`. */
function planned(expressions: readonly string[]): readonly (Json | undefined)[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'real-expressions-'));
  const terraform = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('terraform', [...words], {
      cwd: folder,
      env: environment,
      maxBuffer: 100_000_000,
    });
    if (status !== 0) throw new Error(`terraform ${words.join(' ')}: ${stderr.toString()}`);
    return stdout.toString();
  };
  try {
    const output = Object.fromEntries(
      // Through JSON, since values that are infinite are no JSON and would stop the plan; in an object, since null is no output.
      expressions.map((expression, at) => [`o${at}`, { value: `\${try(jsonencode({v = ${expression}}), "")}` }]),
    );
    writeFileSync(path.join(folder, 'main.tf.json'), JSON.stringify({ locals, output }));
    terraform('init', '-input=false');
    terraform('plan', '-input=false', '-out=tfplan');
    const { planned_values: values } = JSON.parse(terraform('show', '-json', 'tfplan')) as {
      planned_values: { outputs: Record<string, { value?: string }> };
    };
    return expressions.map((_, at) => {
      const text = values.outputs[`o${at}`]?.value;
      if (text === undefined) return undefined;
      // Written once more, since Terraform has a zero with a sign.
      return text === '' ? 'refused' : (JSON.parse(JSON.stringify(JSON.parse(text))) as { v: Json }).v;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

withTerraform('what Terraform makes of expressions (skipped without terraform)', () => {
  it('is what we expect of what is known', () => {
    const values = planned(known.map(([expression]) => expression));
    expect(known.map(([expression], at) => [expression, values[at]])).toEqual(known);
  }, 120_000);

  it('refuses what we expect to be refused', () => {
    const values = planned(refused);
    expect(refused.map((expression, at) => [expression, values[at]])).toEqual(
      refused.map((expression) => [expression, 'refused']),
    );
  }, 120_000);

  it('is what we make of expressions of any form, where we make anything of them', () => {
    const expressions = fc.sample(generated, { numRuns: 600, seed: 20261122 });
    const ours = expressions.map((expression) => valueOf(`try({v = ${expression}}, {v = "refused"}).v`));
    const theirs = planned(expressions);
    const compared = expressions.flatMap((expression, at) =>
      ours[at] === undefined ? [] : [{ expression, ours: ours[at], theirs: theirs[at] }],
    );
    expect(compared.length).toBeGreaterThan(400);
    // What is refused is never deployed, so there nothing that we say is wrong.
    const differing = compared.filter((one) => one.theirs !== 'refused' && !isDeepStrictEqual(one.ours, one.theirs));
    expect(differing).toEqual([]);
  }, 120_000);
});
