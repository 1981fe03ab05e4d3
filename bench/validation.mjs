// What QuerySlaValidation costs a synth of the AWS CDK: `node bench/validation.mjs` (see README.md beside this file).
//   node bench/validation.mjs [ROUNDS]
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { QuerySlaValidation } from 'holdfast/aws-cdk';

const STACKS = 10;
const IRRELEVANT = 3000;
const LIMIT = 1.05;
const WARM_UP = 3;
const rounds = Number(process.argv[2] ?? 21);
// The CDK's own validation of templates takes seconds, and is not what is measured.
process.env.CDK_VALIDATION = 'false';

/** The load balancer's 60 s outlive a query of 30 s, and not one of 90 s. */
const promising = (maxQueryDuration) =>
  new QuerySlaValidation({
    config: {
      version: 1,
      workloads: [
        {
          name: 'checkout-api',
          maxQueryDuration,
          path: [{ alb: 'Lb' }, { client: { name: 'api' } }, { database: 'Db' }],
        },
      ],
    },
  });
/** As soon as there is any plugin, the AWS CDK does work of its own for it. */
const idle = { name: 'idle', version: '1', ruleIds: [], validate: () => ({ success: true, violations: [] }) };

const outdir = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-bench-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

/** A shop in one stack, and what has nothing to do with PostgreSQL in others. */
function program() {
  const app = new App({ outdir });
  const shop = new Stack(app, 'Shop');
  new CfnResource(shop, 'Lb', {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: { Type: 'application' },
  });
  new CfnResource(shop, 'Db', { type: 'AWS::RDS::DBInstance', properties: { Engine: 'postgres' } });
  for (let stack = 0; stack < STACKS; stack += 1) {
    const rest = new Stack(app, `Rest${stack}`);
    for (let at = 0; at < IRRELEVANT / STACKS; at += 1) {
      const properties = { QueueName: `queue-${at}`, Tags: [{ Key: 'team', Value: `team-${at % 20}` }] };
      new CfnResource(rest, `Queue${at}`, { type: 'AWS::SQS::Queue', properties });
    }
  }
  return app;
}

/** Milliseconds of one synth. */
function synth(plugin) {
  const app = program();
  if (plugin !== null) Validations.of(app).addPlugins(plugin);
  globalThis.gc?.();
  const { log } = console;
  console.log = () => undefined;
  const start = performance.now();
  try {
    app.synth();
  } finally {
    console.log = log;
  }
  return performance.now() - start;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const found = promising('90s');
const { validate } = found;
let fails = false;
found.validate = (context) => {
  const report = validate.call(found, context);
  fails = report.violations.some(({ ruleName }) => ruleName === 'alb-idle-timeout-outlasts-query');
  return { ...report, success: true };
};
synth(found);
process.exitCode = 0;
if (!fails) throw new Error('the plugin does not find what cuts a query of 90 s, so there is nothing to measure');

// Side by side, in turns, so that a machine that slows down slows all.
const plugins = { none: () => null, idle: () => idle, holdfast: () => promising('30s') };
const measured = { none: [], idle: [], holdfast: [] };
for (let round = -WARM_UP; round < rounds; round += 1) {
  const names = Object.keys(plugins);
  const order = round % 2 === 0 ? names : names.reverse();
  for (const name of order) {
    const took = synth(plugins[name]());
    if (round >= 0) measured[name].push(took);
  }
}
const ratioTo = (base) => median(measured.holdfast.map((took, at) => took / measured[base][at]));
console.log(`${IRRELEVANT} irrelevant resources in ${STACKS} stacks, ${rounds} rounds, Node ${process.versions.node}`);
for (const [name, took] of Object.entries(measured))
  console.log(`${name.padEnd(9)} ${median(took).toFixed(0)} ms (median)`);
console.log(`ratio to no plugin:               ${ratioTo('none').toFixed(3)}`);
console.log(`ratio to a plugin that does nothing: ${ratioTo('idle').toFixed(3)} (limit ${LIMIT})`);
process.exitCode = ratioTo('idle') < LIMIT ? 0 : 1;
