import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fact, Link, Reading } from '../../lib/core/fact';
import { kinds } from '../../lib/kinds';
import { readDocument } from '../../lib/read/document';

const stacks = path.join(__dirname, '..', '..', '..', 'shared', 'plans', 'stacks');
export const present = existsSync(stacks);
/** For suites that need the documents beside the repository. */
export const inStacks = present ? describe : describe.skip;

/** What the reader makes of one document, under the label `stack`. */
export function load(file: string): Reading {
  const [reading] = readDocument('stack', readFileSync(path.join(stacks, file)), kinds);
  return reading!;
}

export const id = (address: string): string => `stack#${address}`;

/** How sure each link is and where it leads, or that it leads nowhere for sure. */
export const to = (link: readonly Link[] | undefined): readonly unknown[] =>
  (link ?? []).map((one) =>
    one.state === 'linked' ? [one.sure, 'id' in one.to ? one.to.id : one.to.name] : one.state,
  );

/** The value of a setting, or what is known of it. */
export const value = (one: Fact, name: string): unknown => {
  const setting = one.settings[name];
  return setting === undefined ? undefined : setting.state === 'known' ? setting.value : setting.state;
};
