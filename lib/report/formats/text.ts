import type { Format, FormatContext, Paint } from '../../core/format';
import type { Report, Verdict } from '../../core/report';
import { kinds } from '../../kinds';
import { renderCoverage } from '../coverage';
import { driftTitle, renderDrift } from '../drift';
import { renderFailures, renderPassed, renderUnknowns, renderWaived } from '../findings';
import type { Layout } from '../findings';
import { headline } from '../headline';
import { renderSince, sinceTitle } from '../since';
import { summaryLine } from '../summary';
import { legend, renderTimeline } from '../timeline';
import { visible } from '../visible';
import { usableWidth, wrap } from '../wrap';

/**
 * For a reader at a terminal or in a CI log: summary, what changed since an earlier report, verdicts, failures with their fixes,
 * what is unknown, drift, coverage; with `--verbose` also the drawn paths with every timer, and what passed.
 */
const text: Format = {
  name: 'text',
  title: 'for people',
  render: (report, context) => {
    const layout: Layout = {
      width: usableWidth(context.width),
      paint: context.paint,
      kinds,
      most: context.verbosity === 'verbose' ? Infinity : 5,
      everything: context.verbosity === 'verbose',
    };
    const isQuiet = context.verbosity === 'quiet';
    const sections = [
      [layout.paint.bold(summaryLine(report))],
      titled(sinceTitle(report), isQuiet ? [] : renderSince(report, layout), layout),
      verdicts(report, layout, isQuiet),
      section('Failed', renderFailures(report, layout), layout),
      ...(isQuiet ? [] : rest(report, layout, context)),
    ];
    return `${sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n').trimEnd())
      .join('\n\n')}\n`;
  },
};
export default text;

function rest(report: Report, layout: Layout, { verbosity }: FormatContext): string[][] {
  const everything = verbosity === 'verbose';
  return [
    everything ? section('Paths', drawings(report, layout), layout) : [],
    section('Unknown', renderUnknowns(report, layout), layout),
    section('Waived', renderWaived(report, layout), layout),
    everything ? section('Passed', renderPassed(report, layout), layout) : [],
    titled(driftTitle(report), renderDrift(report, layout), layout),
    section('Coverage', renderCoverage(report, { width: layout.width, everything }), layout),
  ];
}

function verdicts({ workloads }: Report, { width, paint }: Layout, onlyCut: boolean): string[] {
  return workloads
    .filter(({ verdict }) => verdict === 'cut' || !onlyCut)
    .flatMap((workload) => {
      const [first = '', ...others] = headline(workload);
      const colour = colourOf(workload.verdict, paint);
      return [
        ...wrap(first, width, '', '  ').map(colour),
        ...others.flatMap((other) => wrap(other, width, '  ', '    ')),
      ];
    });
}

/** Each workload's paths with every timer, as `holdfast timeline` draws them. */
function drawings({ workloads }: Report, { width, paint }: Layout): string[] {
  const drawn = workloads.flatMap((workload) => {
    const lines = renderTimeline(workload, { width, paint });
    return lines.length === 0 ? [] : [...wrap(visible(workload.name), width, '').map(paint.bold), ...lines];
  });
  return drawn.length === 0 ? [] : [...drawn, legend];
}

/** A part that was asked for is told even where it has nothing to list. */
function titled(title: string | null, lines: string[], { paint, width }: Layout): string[] {
  return title === null ? [] : [...wrap(title, width, '', '  ').map(paint.bold), ...lines];
}

function section(title: string, lines: string[], { paint }: Layout): string[] {
  return lines.length === 0 ? [] : [paint.bold(title), ...lines];
}

function colourOf(verdict: Verdict, { red, yellow, green }: Paint): (text: string) => string {
  return { cut: red, unknown: yellow, holds: green }[verdict];
}
