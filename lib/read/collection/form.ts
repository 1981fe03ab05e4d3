import type { Note } from '../../core/fact';
import { table, type Json, type Table } from '../../core/setting';
import { entries, isObject, items, own, pointerTo, textOf, type JsonObject } from '../json';
import { refuse } from '../refuse';
import type { Collection, FailedCall, Refusal } from './collection';

/** One resource of the document; `pointer` leads to its answer. */
export type Resource = {
  readonly type: string;
  readonly arn: string | null;
  readonly answer: JsonObject;
  /** Fields that stay open, with the call that failed. */
  readonly unread: Table<FailedCall | null>;
  readonly pointer: string;
};

/** One account and Region of the document. */
export type Region = {
  readonly account: string | null;
  readonly region: string;
  readonly resources: readonly Resource[];
  readonly failed: readonly FailedCall[];
  readonly absent: readonly { readonly service: string; readonly package: string }[];
};

/** A collected document whose form was checked. What is broken in it is left out, and a note says so. */
export type Form = {
  readonly complete: boolean;
  readonly collectedAt: string | null;
  readonly regions: readonly Region[];
  readonly notes: readonly Note[];
};

const refusals: readonly Refusal[] = [
  'denied',
  'denied-by-scp',
  'throttled',
  'timed-out',
  'unsupported',
  'interrupted',
  'failed',
];

/**
 * Checks the form of a collected document: strictly at the top, where an `InputError` says what is wrong, and leniently
 * inside, where one broken part must not hide the others.
 */
export function formOf(document: string, body: JsonObject): Form {
  const version: Collection['version'] = 1;
  if (own(body, 'version') !== version) {
    refuse(
      document,
      `a collected document of another version than ${String(version)}, the one that is read here. Update holdfast, or collect again with this version.`,
    );
  }
  const lists: readonly (keyof Collection)[] = ['regions', 'catalogs', 'failedCatalogs'];
  const missing = lists.find((list) => !Array.isArray(own(body, list)));
  if (missing !== undefined) {
    refuse(document, `a collected document without its list \`${missing}\`, so it is not whole. Collect again.`);
  }
  const notes: Note[] = [];
  const broken = (pointer: string, what: string): void => {
    const why = `${what} at ${pointer} is not in the form of a collected document, so it was not read; collect again`;
    notes.push({ what: document, why, level: 'incomplete', location: { document, pointer } });
  };
  const regions = items(own(body, 'regions')).flatMap((row, at) => {
    const read = regionIn(row, pointerTo('', 'regions', at), broken);
    return read === null ? [] : [read];
  });
  return {
    complete: own(body, 'complete') === true,
    collectedAt: textOf(own(body, 'collectedAt')) ?? null,
    regions,
    notes,
  };
}

type Broken = (pointer: string, what: string) => void;

function regionIn(row: Json, pointer: string, broken: Broken): Region | null {
  const region = textOf(own(row, 'region'));
  if (region === undefined || !Array.isArray(own(row, 'resources')) || !Array.isArray(own(row, 'failed'))) {
    broken(pointer, 'a Region');
    return null;
  }
  const failed = items(own(row, 'failed')).map((call, at) => {
    const read = failedCall(call);
    if (read === null) broken(pointerTo(pointer, 'failed', at), 'a failed call');
    return read;
  });
  const resources = items(own(row, 'resources')).flatMap((resource, at) => {
    const here = pointerTo(pointer, 'resources', at);
    const read = resourceIn(resource, here, failed);
    if (read === null) broken(here, 'a resource');
    return read ?? [];
  });
  const absent = items(own(row, 'absent')).flatMap((one) => {
    const [service, npmPackage] = [textOf(own(one, 'service')), textOf(own(one, 'package'))];
    return service === undefined || npmPackage === undefined ? [] : [{ service, package: npmPackage }];
  });
  return {
    account: textOf(own(row, 'account')) ?? null,
    region,
    resources: withoutRepeats(resources),
    failed: failed.flatMap((call) => call ?? []),
    absent,
  };
}

function resourceIn(row: Json, pointer: string, failed: readonly (FailedCall | null)[]): Resource | null {
  const [type, answer] = [textOf(own(row, 'type')), own(row, 'answer')];
  if (type === undefined || !isObject(answer)) return null;
  const unread = table(
    entries(own(row, 'unread')).map(
      ([field, at]) => [field, typeof at === 'number' ? (failed[at] ?? null) : null] as const,
    ),
  );
  return { type, arn: textOf(own(row, 'arn')) ?? null, answer, unread, pointer: pointerTo(pointer, 'answer') };
}

/** A list that changes while its pages are read shows a resource twice. */
function withoutRepeats(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.filter(({ type, arn }) => {
    const key = `${type} ${arn ?? ''}`;
    return arn === null || !seen.has(key) ? seen.add(key) !== undefined : false;
  });
}

function failedCall(row: Json): FailedCall | null {
  const [service, action] = [textOf(own(row, 'service')), textOf(own(row, 'action'))];
  if (service === undefined || action === undefined) return null;
  const why = refusals.find((one) => one === own(row, 'why')) ?? 'failed';
  const message = textOf(own(row, 'message')) ?? '';
  return { service, action, subject: textOf(own(row, 'subject')) ?? null, why, message };
}
