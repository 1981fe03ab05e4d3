// What QuerySlaAspect costs a synth: `npm run bench` (see README.md beside this file).
//   node bench/aspect.mjs [ROUNDS]
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { App, Aspects, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { applyTo } from 'holdfast/cdktf';

const IRRELEVANT = 3000;
const LIMIT = 1.05;
const WARM_UP = 3;
const rounds = Number(process.argv[2] ?? 21);

/** The load balancer's 60 s outlive a query of 30 s, and not one of 90 s. */
const promising = (maxQueryDuration) => ({
  version: 1,
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration,
      path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
    },
  ],
});

class Provider extends TerraformProvider {
  constructor(scope) {
    super(scope, 'aws', { terraformResourceType: 'aws', terraformGeneratorMetadata: { providerName: 'aws' } });
  }
}

class Resource extends TerraformResource {
  constructor(scope, id, type, attributes) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: { providerName: 'aws' } });
    this.attributes = attributes;
  }

  synthesizeAttributes() {
    return this.attributes;
  }
}

const outdir = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-bench-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

/** A shop in one stack, and what has nothing to do with PostgreSQL in another. */
function program() {
  const app = new App({ outdir });
  const shop = new TerraformStack(app, 'shop');
  new Provider(shop);
  new Resource(shop, 'public', 'aws_lb', { name: 'public', load_balancer_type: 'application' });
  new Resource(shop, 'orders', 'aws_db_instance', { identifier: 'orders', engine: 'postgres', engine_version: '16.4' });
  const rest = new TerraformStack(app, 'rest');
  new Provider(rest);
  for (let at = 0; at < IRRELEVANT; at += 1) {
    const tags = { team: `team-${at % 20}`, cost: 'shared' };
    new Resource(rest, `queue-${at}`, 'aws_sqs_queue', { name: `queue-${at}`, delay_seconds: at % 900, tags });
  }
  return app;
}

/** Milliseconds of one synth, with the aspect where there is a promise. */
function synth(promise) {
  const app = program();
  globalThis.gc?.();
  const start = performance.now();
  if (promise !== null) applyTo(app, Aspects, { config: promising(promise) });
  app.synth();
  return performance.now() - start;
}

/** An aspect that judges nothing would be cheap. */
function isAwake() {
  try {
    synth('90s');
    return false;
  } catch (error) {
    return /alb-idle-timeout-outlasts-query/.test(error.message);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

if (!isAwake()) throw new Error('the aspect does not find what cuts a query of 90 s, so there is nothing to measure');

// Side by side, in turns, so that a machine that slows down slows both.
const measured = { plain: [], aspect: [] };
for (let round = -WARM_UP; round < rounds; round += 1) {
  const order = round % 2 === 0 ? ['plain', 'aspect'] : ['aspect', 'plain'];
  for (const which of order) {
    const took = synth(which === 'aspect' ? '30s' : null);
    if (round >= 0) measured[which].push(took);
  }
}
const ratio = median(measured.aspect.map((took, at) => took / measured.plain[at]));
console.log(`${IRRELEVANT} irrelevant resources, ${rounds} rounds, Node ${process.versions.node}`);
console.log(`without the aspect: ${median(measured.plain).toFixed(0)} ms (median)`);
console.log(`with the aspect:    ${median(measured.aspect).toFixed(0)} ms (median)`);
console.log(`ratio:              ${ratio.toFixed(3)} (median of the rounds; limit ${LIMIT})`);
process.exitCode = ratio < LIMIT ? 0 : 1;
