import { kinds } from '../../kinds';
import { readTemplates } from '../../read/cloudformation/read';
import { judge, type HostOptions, type Rules } from '../judge';
import { add, annotate, unjudgedText } from './annotations';
import { below, isStack, isStage, stageOf, type ConstructLike } from './construct';
import { placerOf } from './place';
import { reasonsOf, rulesOrReasons, type RulesOrReasons } from '../rules';
import { relevanceFor } from './relevance';
import { synthesised } from './synthesised';

/** The Stages and Apps that some aspect judges. */
const covered = new WeakSet<ConstructLike>();

/**
 * Judges the app against the promises and writes what it finds as annotations on the constructs:
 * `Aspects.of(app).add(new QuerySlaAspect({ config: 'holdfast.yaml' }))`. It judges what is synthesised in the end, after
 * every aspect, whatever its priority, and overrides; once in a synth. Aspects of an App do not enter its Stages: add it to
 * each Stage too. An error annotation fails `cdk synth` and `cdk deploy`, not `app.synth()`: where that has to fail, use
 * `QuerySlaValidation`. Never throws.
 */
export class QuerySlaAspect {
  private readonly judgedWith: RulesOrReasons;
  /** The Stages and Apps that this aspect has met, and whether it was added to them as a whole. */
  private readonly met = new Map<ConstructLike, { whole: boolean }>();

  constructor(options: HostOptions = {}) {
    this.judgedWith = rulesOrReasons(options);
  }

  /** Called by AWS CDK for each construct. Nothing is final yet, so the first one only asks for the judgement at the end. */
  visit(node: ConstructLike): void {
    const stage = stageOf(node);
    const known = this.met.get(stage);
    const whole = node === stage || known?.whole === true;
    this.met.set(stage, { whole });
    if (known !== undefined) return;
    covered.add(stage);
    // Validations run when aspects have, and before any stack is written. Texts that are returned would throw.
    node.node.addValidation({ validate: () => this.judge(stage) });
  }

  private judge(stage: ConstructLike): string[] {
    const [stack] = stacksOf(stage);
    const notEntered = this.met.get(stage)?.whole === true ? stagesNotEntered(stage) : [];
    if (stack === undefined) return notEntered;
    for (const text of notEntered) add(stack, 'warning', text);
    if ('reasons' in this.judgedWith) {
      for (const reason of this.judgedWith.reasons) add(stack, 'error', unjudgedText(reason));
      return [];
    }
    try {
      judgeStage(stage, stack, this.judgedWith.rules);
    } catch (error) {
      for (const reason of reasonsOf(error)) add(stack, 'error', unjudgedText(reason));
    }
    return [];
  }
}

/** Judges the whole app, since paths may lead anywhere in it, and tells what is about the given Stage. */
function judgeStage(stage: ConstructLike, stack: ConstructLike, rules: Rules): void {
  const { templates, unread, construct } = synthesised(
    stage.node.root,
    relevanceFor(rules.configuration.workloads, kinds),
  );
  const readings = [...readTemplates(templates, kinds), ...unread];
  const placeOf = placerOf(readings);
  annotate(judge(readings, rules), {
    stack,
    constructOf: (finding) => {
      const place = placeOf(finding);
      const found = place === null ? undefined : construct(place.document, place.logicalId);
      return found === undefined || stageOf(found) === stage ? found : null;
    },
  });
}

/** The stacks that are synthesised with a Stage or App, not those of the Stages in it. */
function stacksOf(stage: ConstructLike): readonly ConstructLike[] {
  return [...below(stage)].filter((construct) => isStack(construct) && stageOf(construct) === stage);
}

function stagesNotEntered(stage: ConstructLike): string[] {
  const inside = [...below(stage)].filter((construct) => isStage(construct) && construct !== stage);
  return inside
    .filter((one) => !covered.has(one))
    .map(
      ({ node }) =>
        `QuerySlaAspect was not let into the Stage ${node.path}: aspects stop there, so nothing in it was judged; ` +
        'add it to the Stage too, or use QuerySlaValidation, which covers every Stage',
    );
}
