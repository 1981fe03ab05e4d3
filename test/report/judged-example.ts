import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinPolicies, evaluate, kinds, loadConfiguration, readDocument } from 'holdfast';
import type { Report } from '../../lib/core/report';

const root = path.resolve(__dirname, '../..');

/** The examples whose whole reports are kept. */
export const examples = ['api-behind-alb', 'aurora-readers', 'etl-through-nlb'] as const;

/** An example of the repository, judged through the library on a fixed day. */
export function judgedExample(name: (typeof examples)[number]): Report {
  const folder = `examples/${name}`;
  const policies = builtinPolicies.map(({ id }) => id);
  const loaded = loadConfiguration({ file: `${folder}/holdfast.yaml`, cwd: root, kinds, policies });
  if (loaded === null) throw new Error(`${name} has no configuration`);
  return evaluate({
    readings: readDocument(`${folder}/plan.json`, readFileSync(path.join(root, folder, 'plan.json')), kinds),
    configuration: loaded.configuration,
    kinds,
    policies: builtinPolicies,
    today: '2026-11-22',
    version: '1.2.3',
    partial: false,
  });
}
