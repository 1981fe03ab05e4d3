import type { Fact, Note, Reading } from '../../../lib/core/fact';
import type { Json } from '../../../lib/core/setting';
import { kinds } from '../../../lib/kinds';
import { readCollection } from '../../../lib/read/collection/read';
import type { JsonObject } from '../../../lib/read/json';

/** One resource of a document: its type, answer and what is open in it, by the index of the failed call. */
export type Row = readonly [
  type: string,
  answer: { readonly [field: string]: Json },
  unread?: { readonly [field: string]: number },
];

export const account = '123456789012';
export const arnOf = (service: string, what: string, region = 'eu-west-1'): string =>
  `arn:aws:${service}:${region}:${account}:${what}`;

/** The fields in which the answers of the types have their ARN. */
const arnFields = [
  'DBInstanceArn',
  'DBClusterArn',
  'LoadBalancerArn',
  'ListenerArn',
  'TargetGroupArn',
  'FunctionArn',
  'serviceArn',
  'DBProxyArn',
];

export function region(resources: readonly Row[], more: { readonly [member: string]: Json } = {}): JsonObject {
  return {
    account,
    region: 'eu-west-1',
    resources: resources.map(([type, answer, unread = {}]) => ({
      type,
      arn:
        (type.endsWith(':listener') ? answer.ListenerArn : arnFields.map((field) => answer[field]).find(Boolean)) ??
        null,
      answer,
      unread,
    })),
    failed: [],
    absent: [],
    ...more,
  };
}

export function collection(regions: readonly Json[], more: { readonly [member: string]: Json } = {}): JsonObject {
  return {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: '0.1.0' },
    collectedAt: '2026-11-22T03:00:00Z',
    complete: true,
    regions,
    catalogs: [],
    failedCatalogs: [],
    ...more,
  };
}

/** The reading of what AWS answered. */
export function read(body: JsonObject): Reading {
  const found = readCollection('live.json', body, kinds).find((one) => one.source === 'account');
  if (found === undefined) throw new Error('no reading');
  return found;
}

export function factsIn(...resources: readonly Row[]): ReadonlyMap<string, Fact> {
  return new Map(read(collection([region(resources)])).facts.map((fact) => [`${fact.kind} ${fact.subject}`, fact]));
}

/** Notes but the one on the day, as `level what: why`. */
export function notesOf(body: JsonObject): readonly string[] {
  return read(body)
    .notes.filter(({ why }) => !why.startsWith('collected '))
    .map(({ level, what, why }: Note) => `${level} ${what}: ${why}`);
}
