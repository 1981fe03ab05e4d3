import { severities } from '../core/configuration';
import type { Kind } from '../core/kind';
import type { Policy, PolicyExample } from '../core/policy';
import type { Json } from '../core/setting';
import { compactYaml } from './compact-yaml';
import { hclResource } from './hcl-resource';
import { measuredPromises, type Measure } from './measured-promises';
import { judgedBy, symptomsSeen } from './policy-subjects';
import { relatedPolicies } from './related-policies';
import { symptoms, type Symptom } from './symptom';
import { visible, visibleText } from './visible';

/** Where a line of a list leads. */
export type Target =
  | { readonly to: 'policy'; readonly id: string }
  | { readonly to: 'symptom'; readonly name: Symptom }
  | { readonly to: 'url' };
export type Item = { readonly text: string; readonly target?: Target };
export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly Item[] }
  | { readonly is: 'code'; readonly language: 'hcl' | 'yaml'; readonly lines: readonly string[] };
/** One section of a policy's page. */
export type Section = { readonly title: string; readonly parts: readonly Part[] };

/** What the pages of policies draw on besides the policy. */
export type Surroundings = {
  readonly kinds: readonly Kind[];
  readonly policies: readonly Policy[];
  /** What Holdfast says of the policy's bad example, and on which resource; `null` where that was not tried. */
  readonly says: { readonly resource: string; readonly message: string } | null;
};

/** How often and how severely a policy judges, as one line. */
export function manner({ severity, per: each }: Policy): string {
  return `severity: ${severity}; judged once ${per[each]}`;
}

const per: Readonly<Record<Policy['per'], string>> = {
  timer: 'for each timer, workload and role',
  hop: 'for each hop of a path',
  client: 'for the client of each path',
  role: 'for each role at each database',
  estate: 'for everything in view',
  drift: 'for the comparison of what is live with what was declared',
};

/**
 * All that there is to say of a policy, in the order in which it is read: the same in a terminal and in the documentation.
 * Sections without content are left out.
 */
export function policyContent(policy: Policy, surroundings: Surroundings): readonly Section[] {
  const { kinds, policies, says } = surroundings;
  const { example } = policy;
  const seen = symptomsSeen(policy, kinds).map((name): Item => ({
    text: symptoms[name],
    target: { to: 'symptom', name },
  }));
  const related = relatedPolicies(policy, policies, kinds);
  const sections: readonly Section[] = [
    { title: 'Why', parts: paragraphs(policy.why) },
    { title: 'Judges', parts: listed(judged(policy, kinds)) },
    { title: 'What is seen', parts: listed(seen) },
    { title: 'An example that fails', parts: example === undefined ? [] : [...parts(example.bad), ...sentence(says)] },
    { title: 'The same, mended', parts: example === undefined ? [] : parts(example.good, example.bad) },
    { title: 'Fix', parts: paragraphs(policy.fix) },
    { title: 'Options', parts: options(policy, surroundings) },
    { title: 'References', parts: listed(policy.refs.map((ref) => ({ text: ref, target: { to: 'url' } }))) },
    {
      title: 'Related',
      parts: listed(related.map(({ id, title }) => ({ text: `${id}: ${title}`, target: { to: 'policy', id } }))),
    },
  ];
  return sections.filter((section) => section.parts.length > 0);
}

function paragraphs(text: string): readonly Part[] {
  return text.split('\n').map((line) => ({ is: 'text', text: visibleText(line.trim()) }));
}

function listed(items: readonly Item[]): readonly Part[] {
  if (items.length === 0) return [];
  return [{ is: 'list', items: items.map((item) => ({ ...item, text: visibleText(item.text) })) }];
}

function sentence(says: Surroundings['says']): readonly Part[] {
  return says === null ? [] : [{ is: 'text', text: `Holdfast says: ${visibleText(says.message)}.` }];
}

function judged(policy: Policy, kinds: readonly Kind[]): readonly Item[] {
  if (policy.per === 'hop')
    return policy.kinds.map((name) => {
      const kind = kinds.find((one) => one.name === name);
      return { text: kind === undefined ? name : `${name}: ${kind.title}` };
    });
  if (policy.per !== 'timer') return [];
  const found = judgedBy(policy, kinds);
  return policy.judges.map(({ timer, phase }) => {
    const owners = found.filter((one) => one.timer.name === timer && one.phase === phase);
    const [first] = owners;
    const titles = [...new Set(owners.map(({ kind }) => kind.title))].join(', ');
    return {
      text:
        first === undefined
          ? `${timer}, phase ${phase}`
          : `${timer}, phase ${phase}: ${first.timer.class} timer of ${titles} (${first.timer.cite})`,
    };
  });
}

/** The documents of an example, as their authors would write them; of a second one, what it does not share with the first. */
function parts(example: PolicyExample, first: PolicyExample | null = null): readonly Part[] {
  const { resources = {}, collected, configuration } = example;
  const hcl = Object.entries(resources)
    .filter(([address, attributes]) => !isSame(attributes, first?.resources?.[address]))
    .map(([address, attributes]) => hclResource(address, attributes))
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
  const live = collected === undefined || isSame(collected, first?.collected) ? [] : compactYaml(collected);
  const promised = isSame(configuration, first?.configuration)
    ? []
    : ['# holdfast.yaml', 'version: 1', ...compactYaml(configuration)];
  return [
    ...code('hcl', hcl),
    ...(live.length === 0 ? [] : [{ is: 'text', text: liveAs } as const, ...code('yaml', live)]),
    ...code('yaml', promised),
  ];
}

const liveAs = 'What is live, as `holdfast collect` reads it:';

function isSame(one: Json, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function code(language: 'hcl' | 'yaml', lines: readonly string[]): readonly Part[] {
  return lines.length === 0 ? [] : [{ is: 'code', language, lines: lines.map(visibleText) }];
}

function options(policy: Policy, { kinds, says }: Surroundings): readonly Part[] {
  const { id, severity, never } = policy;
  const others = ['off', ...severities].filter((level) => level !== severity);
  const items: readonly Item[] = [
    ...measuredPromises(policy, kinds).map((measure) => ({ text: measured(measure) })),
    ...(never === 'fail'
      ? [{ text: 'It never fails: what does not pass is unknown, which counts only with `--on-unknown fail`.' }]
      : []),
    { text: `Level: ${severity}, unless \`policies\` says ${listOf(others)}.` },
    { text: 'A waiver excuses a finding up to a day:' },
  ];
  const waiver = {
    policy: id,
    resource: says?.resource ?? '**',
    reason: 'why it may stay',
    owner: 'who answers for it',
    until: '2027-01-31',
  };
  const level = severity === 'info' ? 'off' : 'info';
  const lines = [
    'policies:',
    ...compactYaml({ [id]: level }).map((line) => `  ${line}`),
    ...compactYaml({ waivers: [waiver] }),
  ];
  return [...listed(items), { is: 'code', language: 'yaml', lines: lines.map((line) => visible(line)) }];
}

function measured({ layer, promises }: Measure): string {
  const where = layer === null ? '' : layer === 'request' ? ' above the client' : ' below the client';
  return `Measured${where} against ${promises.map((name) => `\`${name}\``).join(', else ')}, with \`headroom\` added.`;
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
