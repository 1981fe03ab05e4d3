import { evaluate } from '../core/evaluate';
import { InputError } from '../core/input-error';
import type { Policy, PolicyExample } from '../core/policy';
import type { Finding, Report } from '../core/report';
import { table, type Json } from '../core/setting';
import { parseAddress } from '../core/address';
import { kinds } from '../kinds';
import { readConfiguration } from '../read/configuration/read';
import { readDocument } from '../read/document';
import { ownVersion } from './own-version';

/**
 * Judges an example the way its reader would: its resources as a synthesised stack, what is live as a collected document, its
 * configuration as `holdfast.yaml`. Throws an `InputError` that names the part of the example that cannot be read.
 */
export function judgeExample(example: PolicyExample, policies: readonly Policy[]): Report {
  const { resources, collected, configuration } = example;
  const stack = resources === undefined ? [] : readDocument('cdk.tf.json', bytes(stackOf(resources)), kinds);
  const live = collected === undefined ? [] : readDocument('live.json', bytes(collectionOf(collected)), kinds);
  return evaluate({
    readings: collected === undefined ? stack : live,
    ...(collected === undefined || resources === undefined ? {} : { against: stack }),
    configuration: readConfiguration(
      { version: 1, ...configuration },
      (path) => ({ document: 'holdfast.yaml', pointer: `/${path.join('/')}` }),
      kinds,
      { policies: policies.map(({ id }) => id) },
    ),
    kinds,
    policies,
    // An example has no waivers, so no day is better than another.
    today: '2026-01-01',
    version: ownVersion(),
    partial: false,
  });
}

/** What the policy says of its own bad example: its worst finding. `null` where there is no example, or nothing is said. */
export function saidOf(policy: Policy, policies: readonly Policy[]): Finding | null {
  if (policy.example === undefined) return null;
  const { findings } = judgeExample(policy.example.bad, policies);
  const own = findings.filter((one) => one.policy === policy.id);
  return own.find(({ outcome }) => outcome === 'fail') ?? own.find(({ outcome }) => outcome === 'unknown') ?? null;
}

function stackOf(resources: NonNullable<PolicyExample['resources']>): Json {
  const byType = table<Record<string, Json>>();
  for (const [address, attributes] of Object.entries(resources)) {
    const { type, name } = parseAddress(address) ?? { type: null, name: '' };
    if (type === null)
      throw new InputError([
        { message: `the example of a policy has a resource called ${address}, which is no address` },
      ]);
    (byType[type] ??= table())[name] = attributes;
  }
  return { resource: byType };
}

/** Where and when examples are live. */
const account = '111122223333';
const region = 'eu-west-1';

/** A document of `holdfast collect` around the parts that matter. */
function collectionOf({ resources = [], catalogs = [] }: NonNullable<PolicyExample['collected']>): Json {
  return {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: ownVersion() },
    collectedAt: '2026-01-01T00:00:00.000Z',
    complete: true,
    regions: [
      {
        account,
        region,
        resources: resources.map((one) => ({ ...one, arn: null, unread: {} })),
        failed: [],
        absent: [],
      },
    ],
    catalogs: catalogs.map((one) => ({
      host: 'db.internal',
      port: 5432,
      database: 'shop',
      serverVersion: 160004,
      inRecovery: false,
      settings: [],
      loginRoles: [],
      databases: ['shop'],
      roleSettings: [],
      ...one,
    })),
    failedCatalogs: [],
  };
}

function bytes(value: Json): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
