import type { Format } from '../../core/format';
import type { Report } from '../../core/report';
import { unjudged } from '../../core/exit-code';
import { kinds } from '../../kinds';
import { headline } from '../headline';
import { jsonText } from '../json-text';
import type { SarifLog, SarifNotification } from '../sarif-log';
import { resultsOf } from '../sarif-results';
import { rulesOf } from '../sarif-rules';
import { summaryLine } from '../summary';
import { visible, visibleText } from '../visible';

/**
 * GitHub refuses a run of more results, and shows the 5,000 most severe
 * (docs.github.com, SARIF results exceed one or more limits).
 */
const mostResults = 25_000;

/** For code scanning: SARIF 2.1.0 with the policies as rules, and everything that is no pass as results. */
const sarif: Format = {
  name: 'sarif',
  title: 'for code scanning (SARIF 2.1.0)',
  render: (report, { policies }) => {
    const rules = rulesOf(report, policies);
    const results = resultsOf(report, rules, kinds);
    const log: SarifLog = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules } },
          invocations: [
            {
              executionSuccessful: unjudged(report).length === 0,
              toolExecutionNotifications: [...notificationsOf(report), ...leftOut(results.length - mostResults)],
            },
          ],
          columnKind: 'utf16CodeUnits',
          results: results.slice(0, mostResults),
          properties: {
            summary: summaryLine(report),
            workloads: report.workloads.map((workload) => ({
              name: workload.name,
              verdict: workload.verdict,
              headline: headline(workload).join('; '),
            })),
            coverage: report.coverage,
          },
        },
      ],
    };
    return jsonText(log);
  },
};
export default sarif;

/** What could not be judged, and what could not be read. */
function notificationsOf(report: Report): readonly SarifNotification[] {
  const unread = report.coverage.notes.filter(({ level }) => level === 'unread');
  return [
    ...unjudged(report).map((reason) => ({ level: 'error' as const, message: { text: visibleText(reason) } })),
    ...unread.map(({ what, why }) => ({
      level: 'warning' as const,
      message: { text: `could not be read: ${visible(what)}: ${visibleText(why)}` },
    })),
  ];
}

function leftOut(count: number): readonly SarifNotification[] {
  if (count <= 0) return [];
  const text = `${count} results are left out, the least severe: code scanning takes ${mostResults}; the json report has all`;
  return [{ level: 'warning', message: { text } }];
}
