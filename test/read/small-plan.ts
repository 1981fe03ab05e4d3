import type { Fact, Reading } from '../../lib/core/fact';
import type { Kind } from '../../lib/core/kind';
import type { Setting } from '../../lib/core/setting';
import { readDocument } from '../../lib/read/document';
import { kinds as small } from './kinds';

type Json = unknown;

/** A row of `resource_changes`; what is not given is as Terraform prints it for a creation. */
export function row(
  address: string,
  change: {
    readonly after?: Json;
    readonly unknown?: Json;
    readonly sensitive?: Json;
    readonly before?: Json;
    readonly beforeSensitive?: Json;
    readonly actions?: readonly string[];
    readonly index?: string | number;
    readonly module?: string;
    readonly more?: object;
  },
): object {
  const local = change.module === undefined ? address : address.slice(change.module.length + 1);
  const data = local.startsWith('data.');
  const [type, name] = (data ? local.slice(5) : local).replace(/\[.*$/, '').split('.');
  return {
    address,
    ...(change.module !== undefined && { module_address: change.module }),
    mode: data ? 'data' : 'managed',
    type,
    name,
    ...(change.index !== undefined && { index: change.index }),
    provider_name: 'aws',
    ...change.more,
    change: {
      actions: change.actions ?? ['create'],
      before: change.before ?? null,
      after: change.after === undefined ? {} : change.after,
      after_unknown: change.unknown ?? {},
      before_sensitive: change.beforeSensitive ?? false,
      after_sensitive: change.sensitive ?? {},
    },
  };
}

/** A block of `configuration`. */
export function block(address: string, expressions: object, more: object = {}): object {
  const data = address.startsWith('data.');
  const [type, name] = (data ? address.slice(5) : address).split('.');
  return { address, mode: data ? 'data' : 'managed', type, name, provider_config_key: 'aws', expressions, ...more };
}

/** An expression that refers to what is given; prefixes are written out as Terraform does. */
export const refers = (...references: readonly string[]): object => ({ references });

export const constant = (value: Json): object => ({ constant_value: value });

/** A plan document with a root module of the given blocks and calls. */
export function plan(
  rows: readonly object[],
  root: object = {},
  more: { readonly [key: string]: Json } = {},
): { readonly [key: string]: Json } {
  const { provider_config: providers, ...rest } = more;
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: rows,
    configuration: { provider_config: providers ?? {}, root_module: root },
    complete: true,
    errored: false,
    ...rest,
  };
}

export function read(document: unknown, kinds: readonly Kind[] = small): Reading {
  return readText(JSON.stringify(document), kinds);
}

export function readText(text: string, kinds: readonly Kind[] = small): Reading {
  const [reading] = readDocument('plan.json', new TextEncoder().encode(text), kinds);
  return reading!;
}

/** The one fact with that address. */
export function fact(reading: Reading, subject: string): Fact {
  const found = reading.facts.filter((one) => one.subject === subject);
  expect(found.map((one) => one.subject)).toEqual([subject]);
  return found[0]!;
}

export const idOf = (address: string): string => `plan.json#${address}`;

/** The setting of the one resource of a small plan. */
export function setting(
  name: string,
  address: string,
  change: Parameters<typeof row>[1],
  root: object = {},
  more: Parameters<typeof plan>[2] = {},
  others: readonly object[] = [],
): Setting | undefined {
  return fact(read(plan([row(address, change), ...others], root, more)), address).settings[name];
}
