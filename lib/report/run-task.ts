import type { Policy } from '../core/policy';
import type { Report } from '../core/report';
import { kinds } from '../kinds';
import { changesOf } from './changes';
import { constructOf } from './construct';
import { renderCoverage } from './coverage';
import { fenceLanguage } from './fence-language';
import { renderFix } from './fix';
import { completeness, gapsOf } from './gaps';
import { alike, byMessage, groupsOf } from './group';
import type { Group } from './group';
import { headline } from './headline';
import { fenced, markdownCode, markdownText } from './markdown-text';
import { placeOf } from './provenance';
import { summaryLine } from './summary';
import { titleOf } from './title';
import { visible } from './visible';
import { whom } from './whom';
import { worstFirst } from './worst-first';

type Tag = { readonly label: string; readonly level: 'none' | 'info' | 'warning' | 'error' };

/**
 * One line of the details of a run task, as HCP Terraform takes it (`task-result-outcomes`,
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration).
 */
export type RunTaskOutcome = {
  readonly 'outcome-id': string;
  readonly description: string;
  readonly tags: { readonly Status: readonly Tag[]; readonly Severity?: readonly Tag[] };
  /** Markdown. */
  readonly body: string;
  readonly url?: string;
};

/** What HCP Terraform is told of a run. */
export type RunTaskResult = {
  readonly status: 'passed' | 'failed';
  readonly message: string;
  readonly outcomes: readonly RunTaskOutcome[];
};

/** How many outcomes are sent: the API names no limit, and nobody opens more. */
const mostOutcomes = 50;
/** How many messages, resources or changes of one policy an outcome shows. */
const mostOfGroup = 5;
/** One line in the interface. */
const longestLine = 250;
/** HCP Terraform asks for less than 1 MB for a body; this is what anybody reads of it, in characters. */
const longestBody = 50_000;
/** Columns of what is shown as it is. */
const columns = 100;

/**
 * A judged report as the result of a run task: the verdict of each workload, then what could not be judged, what failed, what
 * is unknown, and the coverage. `exitCode` decides, as it does at a command line: what could not be judged has not passed.
 */
export function runTaskResult(report: Report, exitCode: 0 | 1 | 2, policies: readonly Policy[]): RunTaskResult {
  const outcomes = [
    ...verdicts(report),
    ...gaps(report),
    ...findings(report, 'fail', policies),
    ...findings(report, 'unknown', policies),
  ];
  const shown = outcomes.slice(0, mostOutcomes);
  const rest = outcomes.length - shown.length;
  return {
    status: exitCode === 0 ? 'passed' : 'failed',
    message: visible(`${titleOf(report).text}. ${summaryLine(report)}`, longestLine),
    outcomes: [...shown, coverage(report, rest)],
  };
}

/** The body of the callback that tells it (JSON:API). Without `withOutcomes` only the verdict is told. */
export function runTaskCallback(
  {
    status,
    message,
    outcomes,
  }: Omit<RunTaskResult, 'status'> & { readonly status: RunTaskResult['status'] | 'running' },
  withOutcomes: boolean,
): string {
  const data = outcomes.map((attributes) => ({ type: 'task-result-outcomes', attributes }));
  const relationships = withOutcomes && data.length > 0 ? { relationships: { outcomes: { data } } } : {};
  return JSON.stringify({ data: { type: 'task-results', attributes: { status, message }, ...relationships } });
}

function verdicts({ workloads }: Report): readonly RunTaskOutcome[] {
  const tags = {
    cut: { label: 'Cut', level: 'error' },
    unknown: { label: 'Unknown', level: 'warning' },
    holds: { label: 'Holds', level: 'info' },
  } as const;
  return worstFirst(workloads).map((workload) => {
    const lines = headline(workload);
    return outcome(`workload:${workload.name}`, lines[0] ?? '', { Status: [tags[workload.verdict]] }, [
      ...lines.map(markdownText),
    ]);
  });
}

function gaps(report: Report): readonly RunTaskOutcome[] {
  return gapsOf(report)
    .filter(({ is }) => is === 'unjudged')
    .map(({ message }) =>
      outcome(completeness.id, message, { Status: [{ label: 'Not judged', level: 'error' }] }, [
        markdownText(message),
        markdownText(completeness.fix),
      ]),
    );
}

function findings(report: Report, which: 'fail' | 'unknown', policies: readonly Policy[]): readonly RunTaskOutcome[] {
  const status: Tag = which === 'fail' ? { label: 'Failed', level: 'error' } : { label: 'Unknown', level: 'warning' };
  return alike(groupsOf(report, which)).map(({ group, others }) => {
    const { policy, severity, resource } = group;
    const level: Tag['level'] = which === 'fail' ? severity : 'none';
    const ref = policies.find(({ id }) => id === policy)?.refs.find((one) => one.startsWith('https://'));
    const tags = { Status: [status], Severity: [{ label: severity, level }] };
    return {
      ...outcome(policy, `${visible(policy)}: ${visible(resource)}`, tags, details(group, others)),
      ...(ref === undefined ? {} : { url: ref }),
    };
  });
}

function details({ policy, findings: found }: Group, others: readonly Group[]): readonly string[] {
  const at = found[0]?.locations[0];
  const settles = [...new Set(found.flatMap((one) => one.settles ?? []))];
  const changes = changesOf(found);
  return [
    ...some(
      byMessage(found).map((one) => `${markdownText(one.message)} (for ${markdownText(whom(one.findings))})`),
      'more of the same policy',
    ),
    ...(others.length === 0
      ? []
      : [`The same on ${some(others.map(({ resource }) => markdownCode(visible(resource)))).join(', ')}`]),
    ...(at === undefined ? [] : [`At ${markdownCode(placeOf(at))}`]),
    ...changes.slice(0, mostOfGroup).flatMap(({ fix, asking }) => {
      const construct = constructOf(fix, asking);
      const rendered = renderFix(fix, kinds, construct);
      const whose = changes.length > 1 ? ` for ${markdownText(whom(asking))}` : '';
      return [
        `**Fix**${whose}:${rendered.where === null ? '' : ` ${markdownText(rendered.where)}`}`,
        fenced(rendered.lines, fenceLanguage(fix, rendered, construct)),
        ...(rendered.note === null ? [] : [markdownText(rendered.note)]),
      ];
    }),
    ...some(settles.map((one) => `Settled by: ${markdownText(one)}`)),
    `More: ${markdownCode(`holdfast explain ${visible(policy)}`)}`,
  ];
}

/** What was looked at and what was not, and what of the findings is not told. */
function coverage(report: Report, rest: number): RunTaskOutcome {
  const left = rest === 0 ? [] : [`${rest} more ${rest === 1 ? 'finding is' : 'findings are'} not listed here.`];
  const title = rest === 0 ? 'Coverage: what was judged, and what was not' : `Coverage, and ${rest} more findings`;
  return outcome('coverage', title, { Status: [{ label: 'Coverage', level: 'none' }] }, [
    ...left,
    fenced(renderCoverage(report, { width: columns, everything: false }), 'text'),
  ]);
}

function outcome(
  id: string,
  description: string,
  tags: RunTaskOutcome['tags'],
  paragraphs: readonly string[],
): RunTaskOutcome {
  let room = longestBody;
  // Whole paragraphs only: half a fence would swallow what follows.
  const kept = paragraphs.filter((one) => (room -= one.length + 2) >= 0);
  const cut = kept.length === paragraphs.length ? [] : ['(shortened: run `holdfast check` for all of it)'];
  return {
    'outcome-id': visible(id, longestLine),
    description: visible(description, longestLine),
    tags,
    body: [...kept, ...cut].join('\n\n'),
  };
}

function some(entries: readonly string[], more = 'more'): readonly string[] {
  const rest = entries.length - mostOfGroup;
  return rest > 0 ? [...entries.slice(0, mostOfGroup), `and ${rest} ${more}`] : entries;
}
