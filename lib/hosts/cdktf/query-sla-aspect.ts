import { rulesOrReasons, type RulesOrReasons } from '../rules';
import type { HostOptions } from '../judge';
import { beforeWriting, isCheckedBefore } from './before-writing';
import { check } from './check';
import { isApp, isStack, stackOf, type ConstructLike, type StackLike } from './construct';
import { beginSynthesis } from './synthesis';
import { expectVisit, wasVisited } from './unvisited';

/**
 * Judges a stack of CDKTF or CDK Terrain against the promises: `Aspects.of(stack).add(new QuerySlaAspect({ config }))`. It
 * judges what is written in the end, after all aspects and overrides and also under `skipValidation`, together with the other
 * stacks of the app, and says what it finds as annotations on the constructs: an error fails the synthesis. CDKTF ignores
 * aspects on the App: there, `applyTo` does it. Nothing here throws; a broken configuration is an error on the stack.
 */
export class QuerySlaAspect {
  private judgedWith: RulesOrReasons | null = null;
  private isRefused = false;
  private readonly promise: string | HostOptions;

  constructor(private readonly options: HostOptions = {}) {
    this.promise = promiseOf(options);
    expectVisit(this);
  }

  /** Called by CDKTF for each construct, and too early to judge: later aspects may still change it. */
  visit(node: ConstructLike): void {
    wasVisited(this);
    const stack = stackOf(node);
    if (stack === null) return this.refuse(node);
    if (isStack(node)) beginSynthesis(stack);
    else if (isCheckedBefore(stack, this.judge)) return;
    beforeWriting(stack, this.judge);
  }

  /** Has a stack judged whether or not this aspect is visited. */
  watch(stack: StackLike): void {
    wasVisited(this);
    beforeWriting(stack, this.judge);
  }

  private readonly judge = (stack: StackLike): void => {
    this.judgedWith ??= rulesOrReasons(this.options);
    check(stack, this.judgedWith, (one) => this.judges(one));
  };

  /** The AWS CDK visits anything, and has no such stacks. */
  private refuse({ node }: ConstructLike): void {
    if (this.isRefused || isApp(node.root)) return;
    this.isRefused = true;
    node.addMetadata('aws:cdk:error', wrongProgram, { stackTrace: false });
  }

  /** Whether this aspect, or another one of the same promises, judges a stack when its turn comes. */
  private judges(stack: StackLike): boolean {
    if (isCheckedBefore(stack, this.judge)) return true;
    return stack.node.scopes
      .filter((scope) => stackOf(scope) !== null)
      .flatMap(aspectsOn)
      .some((aspect) => aspect instanceof QuerySlaAspect && aspect.promise === this.promise);
  }
}

/** What CDKTF keeps as the aspects of a construct. The symbol is private to each copy of the package, and has this name in all. */
function aspectsOn(construct: ConstructLike): readonly unknown[] {
  return Object.getOwnPropertySymbols(construct)
    .filter(({ description }) => description === 'cdktf-aspects')
    .flatMap((symbol) => {
      const all: unknown = Reflect.get(Object(Reflect.get(construct, symbol)), 'all');
      return Array.isArray(all) ? (all as readonly unknown[]) : [];
    });
}

/** Aspects with the same promises say the same, wherever they are. Options that are no JSON are like no others. */
function promiseOf(options: HostOptions): string | HostOptions {
  const { config, policies, partial } = options;
  try {
    return JSON.stringify([config, typeof policies === 'object' ? policies.map(({ id }) => id) : policies, partial]);
  } catch {
    return options;
  }
}

const wrongProgram =
  'this QuerySlaAspect is for CDKTF and CDK Terrain, so nothing was judged; import the one of `holdfast/aws-cdk`';
