import { evaluate } from './core/evaluate';
import type { Fact, Link, Reading, Source, View } from './core/fact';
import { InputError } from './core/input-error';
import type { Policy } from './core/policy';
import type { Finding } from './core/report';
import { known, table, unknown, type Json, type Setting } from './core/setting';
import { kinds } from './kinds/index';
import { readConfiguration } from './read/configuration/read';

/** What {@link notKnown} makes. */
export type NotKnown = { readonly notKnown: string };

/** A value that no source shows, for the unknown cases of a policy's test. */
export function notKnown(why: string): NotKnown {
  return { notKnown: why };
}

/** One resource of a test's estate: settings in our words (durations in seconds), links by the subject they lead to. */
export type TestResource = {
  readonly kind: string;
  readonly type?: string;
  /** Where it was read; a plan unless said otherwise. */
  readonly source?: Source;
  readonly settings?: { readonly [name: string]: Json | NotKnown };
  /** A subject of this estate, `null` for known to be unset (so is what is left out), a name of something that is not in it, or not known. */
  readonly links?: { readonly [name: string]: string | null | NotKnown | readonly string[] };
  readonly tags?: { readonly [name: string]: string };
  readonly names?: readonly string[];
  /** What makes it the same resource in `declared`: `{ identifier: 'public' }`. */
  readonly identity?: Fact['identity'];
  readonly change?: {
    readonly action: 'create' | 'update' | 'replace' | 'keep';
    readonly before: { readonly [name: string]: Json };
  };
};

/** What one finding has to be. Left-out fields are not compared; findings that are not listed fail the test. */
export type ExpectedFinding = {
  readonly resource: string;
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly workload?: string | null;
  readonly role?: string | null;
  readonly message?: string | RegExp;
  readonly expected?: string | null;
  readonly actual?: Json;
  readonly fix?: {
    readonly resource: string;
    readonly setting: string;
    readonly value: Json;
    readonly note?: string;
  } | null;
  readonly settles?: string | RegExp;
};

/** One case of a policy's table: an estate, a configuration as in the file (`version` may be left out), and every finding. */
export type PolicyTest = {
  readonly name: string;
  readonly resources: { readonly [subject: string]: TestResource };
  /** For a policy per drift: what the document `state.json` declares; `resources` are what is live. */
  readonly declared?: { readonly [subject: string]: TestResource };
  /** Where the live side looked; left out, nothing is known to be missing. */
  readonly views?: readonly View[];
  readonly configuration: { readonly [key: string]: Json };
  readonly expect: readonly ExpectedFinding[];
};

type Runner = {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => void) => void;
};

/**
 * Registers a policy's table of cases with the test runner's `describe` and `it` (jest, vitest with globals, or the one
 * given). The table has a pass, a fail (unless the policy declares that it never fails) and an unknown; input is frozen;
 * every finding is compared. Throws without a runner.
 */
export function testPolicy(
  policy: Policy,
  cases: readonly PolicyTest[],
  runner: Runner = globalThis as unknown as Runner,
): void {
  if (!('describe' in runner))
    throw new Error(`no \`describe\` is global: testPolicy(policy, cases, require('node:test'))`);
  runner.describe(policy.id, () => {
    const outcomes = (['pass', 'fail', 'unknown'] as const).filter((outcome) => outcome !== policy.never);
    runner.it(`shows ${outcomes.join(', ')}`, () => {
      const shown = new Set(cases.flatMap((one) => one.expect.map((finding) => finding.outcome)));
      const missing = outcomes.filter((outcome) => !shown.has(outcome));
      if (missing.length > 0) throw new Error(`${policy.id}: no case expects ${missing.join(', ')}`);
      if (policy.never !== undefined && shown.has(policy.never))
        throw new Error(`${policy.id}: a case expects ${policy.never}, which the policy declares that it never says`);
    });
    for (const one of cases)
      runner.it(one.name, () => {
        compare(findingsIn(policy, one), one.expect);
      });
  });
}

/** The findings of one policy on a test's estate. Throws what the configuration reader throws, and on incomplete input. */
export function findingsIn(policy: Policy, test: Omit<PolicyTest, 'name' | 'expect'>): readonly Finding[] {
  const configuration = readConfiguration(
    { version: 1, ...test.configuration },
    (path) => ({ document: 'holdfast.yaml', pointer: `/${path.join('/')}` }),
    kinds,
    { policies: [policy.id] },
  );
  const report = evaluate(
    freeze({
      readings: [
        { ...reading('test', 'plan', test.resources), ...(test.views === undefined ? {} : { views: test.views }) },
      ],
      ...(test.declared === undefined ? {} : { against: [reading('state.json', 'state', test.declared)] }),
      configuration,
      kinds,
      policies: [policy],
      today: '2026-01-01',
      version: '0.0.0',
      partial: false,
    }),
  );
  const incomplete = report.coverage.notes.filter((note) => note.level === 'incomplete');
  if (incomplete.length > 0) throw new InputError(incomplete.map((note) => ({ message: note.why })));
  return report.findings;
}

function reading(document: string, source: 'plan' | 'state', resources: PolicyTest['resources']): Reading {
  const facts = Object.entries(resources).map(([subject, resource]) =>
    toFact(document, subject, { source, ...resource }, resources),
  );
  return { document, source, facts, notes: [] };
}

function toFact(document: string, subject: string, resource: TestResource, all: PolicyTest['resources']): Fact {
  return {
    id: `${document}#${subject}`,
    kind: resource.kind,
    type: resource.type ?? subject.split('.').at(-2) ?? resource.kind,
    source: resource.source ?? 'plan',
    subject,
    names: [subject, ...(resource.names ?? [])],
    identity: resource.identity ?? {},
    tags: table(Object.entries(resource.tags ?? {})),
    settings: table(
      Object.entries(resource.settings ?? {}).map(([name, value]) => [
        name,
        toSetting(resource.kind, subject, name, value),
      ]),
    ),
    links: table(
      Object.entries({ ...unsetLinks(resource.kind), ...resource.links }).map(([name, to]) => [
        name,
        Array.isArray(to)
          ? to.map((one: string) => toLink(document, name, one, all))
          : [toLink(document, name, to as string | null | NotKnown, all)],
      ]),
    ),
    ...(resource.change === undefined
      ? {}
      : { change: { action: resource.change.action, before: table(Object.entries(resource.change.before)) } }),
    location: { document, pointer: `/${subject}` },
  };
}

/** A plan shows every link of what it manages: what a case leaves out is unset. A link that a provider makes is not the resource's. */
function unsetLinks(kind: string): Record<string, null> {
  const links = kinds.find((one) => one.name === kind)?.links ?? {};
  const own = Object.entries(links).filter(([, spec]) => spec.provider === undefined);
  return Object.fromEntries(own.map(([name]) => [name, null]));
}

function isNotKnown(value: unknown): value is NotKnown {
  return typeof value === 'object' && value !== null && 'notKnown' in value;
}

function toSetting(kind: string, subject: string, name: string, value: Json | NotKnown): Setting {
  if (isNotKnown(value)) return unknown(value.notKnown, 'apply, then check again');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const spec = kinds.find((one) => one.name === kind)?.settings[name];
  return known(value, {
    level: 'own',
    subject,
    attribute: spec?.called?.terraform ?? spec?.terraform ?? name,
    text,
  });
}

function toLink(document: string, attribute: string, to: string | null | NotKnown, all: PolicyTest['resources']): Link {
  if (to === null) return { state: 'absent', attribute };
  if (isNotKnown(to)) return { state: 'unknown', attribute, why: to.notKnown, settles: 'declare it' };
  return {
    state: 'linked',
    to: Object.hasOwn(all, to) ? { id: `${document}#${to}` } : { name: to },
    sure: 'exact',
    attribute,
  };
}

function compare(findings: readonly Finding[], expected: readonly ExpectedFinding[]): void {
  const open = [...findings];
  for (const want of expected) {
    const at = open.findIndex((finding) => mismatch(finding, want) === null);
    if (at >= 0) open.splice(at, 1);
    else {
      const near = open.find((finding) => finding.resource === want.resource);
      const got = near === undefined ? show(findings) : `${mismatch(near, want) ?? ''}\n${show([near])}`;
      throw new Error(
        `no finding is ${JSON.stringify(want, (_, v: unknown) => (v instanceof RegExp ? String(v) : v))}\ngot ${got}`,
      );
    }
  }
  if (open.length > 0) throw new Error(`findings that the case does not list:\n${show(open)}`);
}

function mismatch(finding: Finding, want: ExpectedFinding): string | null {
  for (const [key, value] of Object.entries(want)) {
    const got = (finding as unknown as Record<string, unknown>)[key];
    if (value instanceof RegExp ? !value.test(String(got)) : !equals(key === 'fix' ? narrow(got, value) : got, value))
      return `${key} is ${JSON.stringify(got)}`;
  }
  return null;
}

function narrow(got: unknown, want: unknown): unknown {
  if (got === null || want === null) return got;
  const fix = got as Record<string, unknown>;
  return Object.fromEntries(Object.keys(want as object).map((key) => [key, fix[key]]));
}

function equals(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function show(findings: readonly Finding[]): string {
  return (
    findings
      .map(({ resource, role, outcome, message, fix, expected, actual }) =>
        JSON.stringify({ resource, role, outcome, message, fix, expected, actual }, null, 1),
      )
      .join('\n') || 'none'
  );
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
