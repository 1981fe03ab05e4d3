import type { Kind } from '../core/kind';
import type { Finding } from '../core/report';
import { arithmeticOf } from './arithmetic';
import { excuseOf } from './excuse';
import { placeOf, renderProvenance } from './provenance';
import { readOn, remedyOf } from './remedy';
import { visible, visibleText } from './visible';
import { whom } from './whom';
import { xmlElement } from './xml';

/** The longest resource that is written whole: a host takes two cases of one name for one. */
const longestName = 1000;

/** One test case of a suite. What did not pass has a message of one line, and a text that says the rest. */
export type JunitCase = {
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly text: string;
};

/** A finding as a test case, by policy, resource and role. What is unknown or waived is skipped, and says which. */
export function caseOf(finding: Finding, kinds: readonly Kind[]): JunitCase {
  const { policy, resource, role, outcome, severity } = finding;
  const name = `${visible(policy)}: ${visible(resource, longestName)}${role === null ? '' : ` (${visible(role)})`}`;
  const message = visibleText(finding.message);
  const text = bodyOf(finding, kinds);
  switch (outcome) {
    case 'pass':
      return { name, outcome: 'passed', type: outcome, message, text: '' };
    case 'fail':
      return { name, outcome: 'failure', type: severity, message, text };
    case 'unknown':
      return { name, outcome: 'skipped', type: outcome, message: `unknown: ${message}`, text };
    case 'waived':
      return { name, outcome: 'skipped', type: outcome, message: `waived: ${excuseOf(finding)}`, text };
  }
}

/** The case in XML. `suite` is its class name, since hosts tell cases apart by class and name only. */
export function renderCase({ name, outcome, type, message, text }: JunitCase, suite: string): string {
  const result = outcome === 'passed' ? [] : [xmlElement(outcome, { type, message }, text)];
  return xmlElement('testcase', { classname: suite, name }, result);
}

function bodyOf(finding: Finding, kinds: readonly Kind[]): string {
  const arithmetic = arithmeticOf(finding);
  const [place] = finding.locations;
  const values = renderProvenance(finding.provenance, true);
  return [
    visibleText(finding.message),
    `for ${whom([finding])}`,
    ...(arithmetic === null ? [] : [arithmetic]),
    ...(place === undefined ? [] : [`at ${placeOf(place)}`]),
    ...(values.length === 0 ? [] : ['value:', ...values.map((line) => `  ${line}`)]),
    ...remedyOf(finding, kinds),
    readOn(finding.policy),
  ].join('\n');
}
