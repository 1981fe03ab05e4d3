import { exitCode } from '../../core/exit-code';
import type { Report } from '../../core/report';
import { kinds } from '../../kinds';
import { readTemplates } from '../../read/cloudformation/read';
import { headline } from '../../report/headline';
import { summaryLine } from '../../report/summary';
import { visible, visibleText } from '../../report/visible';
import { ownVersion } from '../../shell/own-version';
import { judge, type HostOptions, type Rules } from '../judge';
import { readAssembly } from './assembly';
import { placerOf } from './place';
import type { PluginReport } from './plugin-report';
import { relevanceFor } from './relevance';
import { reasonsOf, rulesOrReasons, type RulesOrReasons } from '../rules';
import { couldNotJudge, pluginName, unjudgedBecause, violationsOf } from './violations';

/** What AWS CDK hands to a validation plugin. */
export type ValidationContext = {
  /** Absolute paths of the templates of every stack, those of Stages too; not of nested stacks. */
  readonly templatePaths: readonly string[];
  /** The app; absent before 2.257. */
  readonly appConstruct?: object;
};

/**
 * Judges the synthesised app against the promises, as a validation plugin:
 * `Validations.of(app).addPlugins(new QuerySlaValidation({ config: 'holdfast.yaml' }))`, or, before there was `Validations`,
 * `new App({ policyValidationBeta1: [new QuerySlaValidation()] })`. The synth fails where a policy fails at level error, and
 * where the app could not be judged. Never throws.
 */
export class QuerySlaValidation {
  readonly name = pluginName;
  readonly version: string = ownVersion();
  readonly ruleIds: string[];
  private readonly judgedWith: RulesOrReasons;

  constructor(options: HostOptions = {}) {
    this.judgedWith = rulesOrReasons(options);
    const policies = 'rules' in this.judgedWith ? this.judgedWith.rules.policies : [];
    this.ruleIds = [...policies.map(({ id }) => id), couldNotJudge];
  }

  /** Reads and judges the templates that were just written. */
  validate(context: ValidationContext): PluginReport {
    if ('reasons' in this.judgedWith) return unjudged(this.judgedWith.reasons);
    try {
      return judged(context, this.judgedWith.rules);
    } catch (error) {
      return unjudged(reasonsOf(error));
    }
  }
}

function judged({ templatePaths, appConstruct }: ValidationContext, rules: Rules): PluginReport {
  const { templates, unread, notes } = readAssembly(
    templatePaths,
    process.cwd(),
    relevanceFor(rules.configuration.workloads, kinds),
  );
  const readings = [...readTemplates(templates, kinds), ...unread];
  const report = judge(readings, rules, [], notes);
  const files = new Map(templates.map(({ document, file }) => [document, file]));
  const violations = violationsOf(report, {
    policies: rules.policies,
    placeOf: placerOf(readings),
    fileOf: (document) => files.get(document),
    // Constructs acknowledge since there is `Validations` (2.252); the app is handed in from 2.257 on.
    acknowledges: appConstruct !== undefined,
  });
  return {
    success: exitCode(report, { failOn: 'error', onUnknown: 'pass', softFail: false }) === 0,
    violations,
    pluginVersion: ownVersion(),
    metadata: metadataOf(report),
  };
}

/** What the report of violations alone does not tell: the verdicts, and what could not be read. */
function metadataOf(report: Report): PluginReport['metadata'] {
  const unread = report.coverage.notes.filter(({ level }) => level === 'unread');
  return {
    summary: summaryLine(report),
    workloads: report.workloads.map((one) => headline(one)[0]).join('; '),
    ...(unread.length > 0 && {
      notRead: unread.map(({ what, why }) => `${visible(what)}: ${visibleText(why)}`).join('; '),
    }),
  };
}

function unjudged(reasons: readonly string[]): PluginReport {
  return { success: false, violations: reasons.map(unjudgedBecause), pluginVersion: ownVersion(), metadata: {} };
}
