import { InputError } from '../../core/input-error';
import type { Report } from '../../core/report';
import { kinds } from '../../kinds';
import { readTemplates } from '../../read/cloudformation/read';
import { readDocuments } from '../../read/documents';
import { isStack as isAwsStack, isStage, type ConstructLike as AwsConstruct } from '../aws-cdk/construct';
import { synthesised } from '../aws-cdk/synthesised';
import { judgeProgram } from '../cdktf/check-stack';
import { isApp, isStack } from '../cdktf/construct';
import { judge, type Rules } from '../judge';

/** What messages call a document that has no file. */
const unnamed = 'synthesised';

/**
 * Judges what a test has at hand: a stack or app of CDKTF, CDK Terrain or the AWS CDK, the text or object of a synthesised stack
 * or template, an AWS `Template`. Throws an `InputError` for anything else.
 */
export function reportOn(received: unknown, rules: Rules): Report {
  if (isStack(received) || isApp(received)) return judgeProgram(received, rules);
  if (isAwsConstruct(received)) return judgeAwsApp(received, rules);
  return judgeText(textOf(received), rules);
}

function judgeAwsApp({ node }: AwsConstruct, rules: Rules): Report {
  // Cross-stack references come to be, and aspects run, as the app is synthesised.
  const synth: unknown = Reflect.get(node.root, 'synth');
  if (typeof synth === 'function') synth.call(node.root);
  const { templates, unread } = synthesised(node.root);
  return judge([...readTemplates(templates, kinds), ...unread], rules);
}

function judgeText(text: string, rules: Rules): Report {
  const { readings, problems } = readDocuments([{ name: unnamed, bytes: new TextEncoder().encode(text) }], kinds);
  if (problems.length > 0) throw new InputError(problems);
  return judge(readings, rules);
}

/** JSON asks an AWS `Template` for its `toJSON` by itself. */
function textOf(received: unknown): string {
  if (typeof received === 'string') return received;
  const text: unknown = typeof received === 'object' && received !== null ? jsonOf(received) : undefined;
  if (typeof text === 'string') return text;
  const message =
    'toMeetQuerySla was given neither a stack or app nor what one is synthesised to, so nothing is judged; ' +
    'write expect(stack), expect(Testing.synth(stack)) or expect(Template.fromStack(stack))';
  throw new InputError([{ message }]);
}

/** What refers to itself is no document. */
function jsonOf(received: object): unknown {
  try {
    return JSON.stringify(received);
  } catch {
    return undefined;
  }
}

function isAwsConstruct(value: unknown): value is AwsConstruct {
  if (typeof value !== 'object' || value === null || !('node' in value)) return false;
  const construct = value as AwsConstruct;
  return isAwsStack(construct) || isStage(construct);
}
