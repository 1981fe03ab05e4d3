import type { Kind } from '../core/kind';
import type { Finding, Report } from '../core/report';
import { noEnd } from '../core/baseline';
import { changesOf } from './changes';
import { constructOf } from './construct';
import { renderFix } from './fix';
import { alike, byMessage, groupsOf } from './group';
import type { Group } from './group';
import type { Paint } from '../core/format';
import { placeOf, renderProvenance } from './provenance';
import { visible, visibleText } from './visible';
import { whom } from './whom';
import { wrap } from './wrap';

/** How findings are laid out. */
export type Layout = {
  readonly width: number;
  readonly paint: Paint;
  readonly kinds: readonly Kind[];
  /** How many messages and places of one group are shown. */
  readonly most: number;
  /** Whether every place and every source of a number is shown. */
  readonly everything: boolean;
};

/** What failed, worst first: message, whom it concerns, where the value comes from, the exact fix, where to read on. */
export function renderFailures(report: Report, layout: Layout): string[] {
  return alike(groupsOf(report, 'fail')).flatMap(({ group, others }) => [
    ...heading(group, layout),
    ...messages(group.findings, layout),
    ...sameOn(others, layout),
    ...places(group.findings, layout),
    ...provenances(group.findings, layout),
    ...fixes(group.findings, layout),
    `  more: holdfast explain ${visible(group.policy)}`,
    '',
  ]);
}

/** What could not be told, and what settles it. */
export function renderUnknowns(report: Report, layout: Layout): string[] {
  return alike(groupsOf(report, 'unknown')).flatMap(({ group, others }) => [
    ...heading(group, layout),
    ...messages(group.findings, layout),
    ...sameOn(others, layout),
    ...[...new Set(group.findings.flatMap(({ settles }) => (settles === null ? [] : [settles])))]
      .slice(0, layout.most)
      .flatMap((settles) => wrap(visibleText(settles), layout.width, '  settled by: ')),
    '',
  ]);
}

/** What is excused, one entry each: by whom and until when. */
export function renderWaived(report: Report, { width }: Layout): string[] {
  return groupsOf(report, 'waived').flatMap(({ policy, resource, findings }) =>
    findings.flatMap((finding) => {
      const { waiver } = finding;
      const until = waiver === null || waiver.until === noEnd ? 'no end' : `until ${visible(waiver.until)}`;
      const why = waiver === null ? '' : `, owner ${visible(waiver.owner)}: ${visibleText(waiver.reason)}`;
      const line = `${visible(policy)} on ${visible(resource)} for ${whom([finding])}: ${until}${why}`;
      return wrap(line, width, '  ', '    ');
    }),
  );
}

/** What passed, one entry each. */
export function renderPassed(report: Report, { width }: Layout): string[] {
  return groupsOf(report, 'pass').flatMap(({ policy, resource, findings }) =>
    findings.flatMap((finding) => {
      const lead = `${visible(policy)} on ${visible(resource)} for ${whom([finding])}`;
      return wrap(`${lead}: ${visibleText(finding.message)}`, width, '  ', '    ');
    }),
  );
}

function heading({ severity, policy, resource, findings }: Group, { paint, width }: Layout): string[] {
  const outcome = findings[0]?.outcome === 'unknown' ? 'unknown' : severity;
  const colour = outcome === 'error' ? paint.red : outcome === 'info' ? paint.cyan : paint.yellow;
  const [first = '', ...rest] = wrap(`${outcome} ${visible(policy)}: ${visible(resource)}`, width, '', '  ');
  return [colour(outcome) + paint.bold(first.slice(outcome.length)), ...rest.map(paint.bold)];
}

function messages(findings: readonly Finding[], { width, most }: Layout): string[] {
  const distinct = byMessage(findings);
  const lines = distinct
    .slice(0, most)
    .flatMap((one) => [
      ...wrap(visibleText(one.message), width, '  '),
      ...wrap(whom(one.findings), width, '    for ', '        '),
    ]);
  return distinct.length > most ? [...lines, `    and ${distinct.length - most} more of the same policy`] : lines;
}

function sameOn(others: readonly Group[], { width, most }: Layout): string[] {
  if (others.length === 0) return [];
  const names = others.slice(0, most).map(({ resource }) => visible(resource));
  const more = others.length > most ? ` and ${others.length - most} more` : '';
  return wrap(`${names.join(', ')}${more}`, width, '    the same on ', '        ');
}

/** The place of the value that decided; with `everything`, each place that no value's own line tells. */
function places(findings: readonly Finding[], { width, most, everything }: Layout): string[] {
  if (!everything) {
    const first = findings[0]?.locations[0];
    return first === undefined ? [] : wrap(placeOf(first), width, '  at ', '     ');
  }
  const told = findings.flatMap(({ provenance }) => provenance.flatMap(({ location }) => location ?? [])).map(placeOf);
  const distinct = [...new Set(findings.flatMap(({ locations }) => locations.map(placeOf)))];
  // Where the value's own line tells the place, or a place within it, it is not said twice.
  return distinct
    .filter((place) => !told.some((one) => one === place || one.startsWith(`${place}/`)))
    .slice(0, most)
    .flatMap((place) => wrap(place, width, '  at ', '     '));
}

/** Where the value comes from; a value that the resource itself says needs no chain. */
function provenances(findings: readonly Finding[], { width, most, everything }: Layout): string[] {
  const distinct = new Map(
    findings.map(({ provenance }) => {
      const isChain = provenance.some((step) => step.level !== 'own' && step.level !== 'default');
      const lines = everything || isChain ? renderProvenance(provenance, everything) : [];
      return [lines.join('\n'), lines];
    }),
  );
  return [...distinct.values()]
    .filter((lines) => lines.length > 0)
    .slice(0, most)
    .flatMap((lines) => ['  value:', ...lines.flatMap((line) => wrap(line, width, '    ', '      '))]);
}

function fixes(findings: readonly Finding[], { width, kinds, paint, most }: Layout): string[] {
  const changes = changesOf(findings);
  return changes.slice(0, most).flatMap(({ fix, asking }) => {
    const { where, lines, note } = renderFix(fix, kinds, constructOf(fix, asking));
    const title = changes.length > 1 ? `fix for ${whom(asking)}:` : 'fix:';
    return [
      ...wrap(`${title} ${where ?? ''}`, width, '  ', '    '),
      ...lines.map((line) => `    ${paint.green(line)}`),
      ...(note === null ? [] : wrap(note, width, '    ')),
    ];
  });
}
