import type { Configuration, Headroom, PathEntry, Selector, Workload } from '../core/configuration';
import { formatDuration } from '../core/duration';
import { visible, visibleText } from './visible';
import { wrap } from './wrap';

/** A configuration as it was understood: each workload with its promises and path, then levels, declarations and waivers. */
export function renderPromises(configuration: Configuration, width: number): string {
  const { workloads, policies, waivers, declared } = configuration;
  const roles = Object.keys(declared.roles).length;
  const groups = Object.keys(declared.parameterGroups).length;
  const lines = [
    ...workloads.flatMap((workload) => [...renderWorkload(workload, width), '']),
    ...policies.flatMap(({ policy, level }) => wrap(`policy ${visible(policy)}: ${level}`, width)),
    ...(roles + groups > 0 ? [`declared: ${roles} roles, ${groups} parameter groups`] : []),
    ...waivers.flatMap(({ policy, resource, until, owner }) =>
      wrap(`waiver ${visible(policy)} on ${visible(resource)}: until ${until}, ${visible(owner)}`, width, '', '  '),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderWorkload(workload: Workload, width: number): string[] {
  const promises = [
    ['one query', workload.maxQueryDuration],
    ['silence', workload.maxSilence],
    ['a transaction', workload.maxTransactionDuration],
    ['a request', workload.request.maxDuration],
    ['silence of a request', workload.request.maxSilence],
    ["the age of a request's connection", workload.request.maxConnectionAge],
    ['a pause between queries', workload.maxIdle],
    ['a pause in a transaction', workload.maxIdleInTransaction],
    ["a connection's age", workload.maxConnectionAge],
    ['the statement timeout', workload.maxStatementTimeout],
    ['noticing a dead peer', workload.detectDeadPeerWithin],
  ] as const;
  const declared = promises.flatMap(([what, seconds]) =>
    seconds === null ? [] : [`${what} ${formatDuration(seconds)}`],
  );
  const headroom = headroomOf(workload.headroom);
  const roles = workload.roles.length === 0 ? 'not declared' : workload.roles.map((role) => visible(role)).join(', ');
  const path = pathOf(workload);
  return [
    visible(workload.name),
    ...wrap(`${declared.join(', ')}${headroom}`, width, '  at most: ', '    '),
    ...wrap(roles, width, '  roles: ', '    '),
    ...wrap(path, width, '  path: ', '    '),
  ];
}

function pathOf({ path, databases }: Workload): string {
  if (path === 'every-timer') return 'every timer in view';
  if (path !== null) return path.map(entryOf).join(' → ');
  const named = databases.length === 0 ? 'all PostgreSQL in view' : databases.map(selected).join(', ');
  return `not declared: ${named} with the proxies linked to it; load balancers are assumed and never fail`;
}

function entryOf({ key, select, port, endpoint, dbname }: PathEntry): string {
  const narrowed = [
    port === undefined ? null : `port ${port}`,
    endpoint ?? null,
    dbname === undefined ? null : `dbname ${visible(dbname)}`,
  ].filter((one) => one !== null);
  const lead = key === null ? '' : `${visible(key)} `;
  return `${lead}${selected(select)}${narrowed.length === 0 ? '' : ` (${narrowed.join(', ')})`}`;
}

function selected(select: Selector): string {
  if (select.by === 'name') return select.names.map((name) => visible(name)).join(' or ');
  if (select.by === 'inline') return `${visible(select.fact.subject)} (declared here)`;
  return Object.entries(select.tags)
    .map(([key, value]) => `tag ${visible(key)}=${visibleText(value)}`)
    .join(' and ');
}

function headroomOf(headroom: Headroom): string {
  if (headroom.as === 'percentage') return headroom.percent === 0 ? '' : `; headroom ${headroom.percent} %`;
  return headroom.seconds === 0 ? '' : `; headroom ${formatDuration(headroom.seconds)}`;
}
