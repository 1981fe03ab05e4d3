import { unjudged } from '../core/exit-code';
import type { Report } from '../core/report';

/** The verdict on the whole, in words: `1 of 3 workloads is cut`. */
export type Title = {
  /** `bad`: something is cut or failed as an error. `good` only where all was judged, nothing failed and nothing is unknown. */
  readonly is: 'bad' | 'open' | 'good';
  readonly text: string;
};

/** What a reader is told first. */
export function titleOf(report: Report): Title {
  const { workloads, findings, summary } = report;
  const cut = workloads.filter(({ verdict }) => verdict === 'cut').length;
  const isOpen = unjudged(report).length > 0;
  const isUnknown = summary.unknown > 0 || workloads.some(({ verdict }) => verdict === 'unknown');
  const isBad = cut > 0 || findings.some(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
  const verdict = [...(isOpen ? ['not everything could be judged'] : []), verdictOf(report, cut, isOpen || isUnknown)];
  return {
    is: isBad ? 'bad' : summary.failed > 0 || isOpen || isUnknown ? 'open' : 'good',
    text: verdict.join('; '),
  };
}

function verdictOf({ workloads, summary }: Report, cut: number, isOpen: boolean): string {
  const all = workloads.length;
  const { failed, unknown } = summary;
  if (cut > 0) return `${cut} of ${counted(all, 'workload')} ${cut === 1 ? 'is' : 'are'} cut`;
  if (failed > 0) return `no workload is cut, ${counted(failed, 'finding')} failed`;
  if (!isOpen) return all === 1 ? 'the workload holds' : `all ${all} workloads hold`;
  const open = workloads.filter(({ verdict }) => verdict === 'unknown').length;
  if (open > 0) return `nothing failed, ${open} of ${counted(all, 'workload')} ${open === 1 ? 'is' : 'are'} unknown`;
  return unknown > 0 ? `nothing failed, ${counted(unknown, 'finding')} unknown` : 'nothing failed';
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
