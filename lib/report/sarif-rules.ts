import type { Severity } from '../core/configuration';
import { compare } from '../core/order';
import type { Policy } from '../core/policy';
import type { Report } from '../core/report';
import { completeness } from './gaps';
import { policyProse } from './policy-markdown';
import type { SarifLevel, SarifRule } from './sarif-log';
import { shorten, visibleText } from './visible';

/** The longest description that GitHub takes, in characters (docs.github.com, SARIF support for code scanning). */
const longestDescription = 1024;

/** How SARIF calls a severity. */
export const levelOf: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' };

/** What a rule says, wherever it comes from. */
type Texts = Pick<Policy, 'id' | 'title' | 'severity' | 'why' | 'fix'> & { readonly refs: readonly string[] };

/** Every rule that was applied, by id. A policy whose texts are not at hand is a rule with its id only. */
export function rulesOf(report: Report, policies: readonly Policy[]): readonly SarifRule[] {
  const known: readonly Texts[] = [...policies, { ...completeness, severity: 'error', refs: [] }];
  const rules = new Map<string, SarifRule>(report.findings.map(({ policy }) => [policy, { id: policy }]));
  for (const texts of known) rules.set(texts.id, ruleOf(texts));
  return [...rules.values()].sort((one, other) => compare(one.id, other.id));
}

function ruleOf({ id, title, severity, why, fix, refs }: Texts): SarifRule {
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: shorten(visibleText(title), longestDescription) },
    fullDescription: { text: shorten(visibleText(why), longestDescription) },
    help: {
      text: [why, `Fix: ${fix}`, ...refs].map(visibleText).join('\n\n'),
      markdown: [
        policyProse(why),
        `**Fix.** ${policyProse(fix)}`,
        refs.map((ref) => `- ${policyProse(ref)}`).join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    },
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      tags: ['reliability', 'postgresql'],
      // No `security-severity`: GitHub would list these rules among vulnerabilities.
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

/** `AlbIdleTimeoutOutlastsQuery`, as SARIF likes the names of rules. */
function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
