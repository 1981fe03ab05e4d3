import { exitCode, unjudged } from '../../core/exit-code';
import type { FormatContext } from '../../core/format';
import { InputError } from '../../core/input-error';
import type { Report } from '../../core/report';
import text from '../../report/formats/text';
import { visibleText } from '../../report/visible';
import { rulesOf, type HostOptions, type Rules } from '../judge';
import { placed } from '../rules';
import { reportOn } from './report-on';

/** What the matcher is told. */
export type MatcherOptions = HostOptions & {
  /** Whether what cannot be told at synth passes (the default) or fails. */
  readonly onUnknown?: 'pass' | 'fail';
};

/** What jest makes of it. */
export type MatcherResult = { readonly pass: boolean; readonly message: () => string };

/**
 * The matcher behind `expect(stack).toMeetQuerySla({ config })`. It fails where a policy of level error fails. What could not be
 * judged fails it, with `.not` as well: it is neither. Throws an `InputError` for a broken configuration and for what is no
 * stack.
 */
export function toMeetQuerySla(
  this: { readonly isNot?: boolean },
  received: unknown,
  options: MatcherOptions = {},
): MatcherResult {
  const { rules, report } = withPlaces(() => {
    const read = rulesOf(options);
    return { rules: read, report: reportOn(received, read) };
  });
  const code = exitCode(report, { failOn: 'error', onUnknown: options.onUnknown ?? 'pass', softFail: false });
  if (code === 2) {
    return { pass: this.isNot === true, message: () => unjudgedText(report, rules) };
  }
  return code === 0
    ? { pass: true, message: () => `The promises hold, and the test says that they do not.\n\n${shown(report, rules)}` }
    : { pass: false, message: () => `The promises do not hold.\n\n${shown(report, rules)}` };
}

function unjudgedText(report: Report, rules: Rules): string {
  const reasons = unjudged(report).map((reason) => `  ${visibleText(reason)}`);
  return ['Whether the promises hold could not be judged:', ...reasons, '', shown(report, rules)].join('\n');
}

const plain = (said: string): string => said;
const paint = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain };

/** The failures and their fixes; where nothing failed, all that there is to say. */
function shown(report: Report, { policies }: Rules): string {
  const verbosity: FormatContext['verbosity'] = report.summary.failed > 0 ? 'quiet' : 'normal';
  return text.render(report, { policies, width: 100, paint, verbosity, commentTag: null }).trimEnd();
}

/** A test runner shows nothing but the message of an error, so the places go in there. */
function withPlaces<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ ...problem, message: placed(problem) })));
  }
}
