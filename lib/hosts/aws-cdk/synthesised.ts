import type { Reading } from '../../core/fact';
import { table, type Json, type Table } from '../../core/setting';
import type { Template } from '../../read/cloudformation/read';
import { isObject } from '../../read/json';
import { below, isElement, isOther, isStack, type ConstructLike, type StackLike } from './construct';
import { withConstructPaths } from '../../read/cloudformation/construct-paths';
import { elementsOf, pathsOf } from './elements';
import type { Relevance } from './relevance';
import { unreadable } from './unreadable';

/** The templates that an app's stacks would write now, named by the stacks' construct paths. */
export type Synthesised = {
  readonly templates: readonly Template[];
  readonly unread: readonly Reading[];
  /** The construct behind a resource of a template. */
  readonly construct: (document: string, logicalId: string) => ConstructLike | undefined;
};

/**
 * What every stack of an app comes to, those of all Stages and the nested ones too, since references and paths lead from one
 * to another. A stack that cannot be resolved stops nothing: AWS CDK says why when its own turn comes.
 */
export function synthesised(app: ConstructLike, mayMatter: Relevance = () => true): Synthesised {
  const all = [...below(app)];
  const relevant = relevantAmong(all, mayMatter);
  const constructs = all.filter((construct) => !isElement(construct) || relevant.has(construct.stack));
  const elements = elementsOf(constructs);
  const templates: Template[] = [];
  const unread: Reading[] = [];
  const byDocument = table<Table<ConstructLike>>();
  for (const stack of all.filter(isStack).filter((one) => relevant.has(one))) {
    const document = stack.node.path;
    const mine = elements.get(stack) ?? table<ConstructLike>();
    byDocument[document] = mine;
    try {
      templates.push({ document, ...templateOf(stack, mine), ...environmentOf(stack), ...nestingOf(stack) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      unread.push(unreadable(document, `cannot be resolved (${why})`));
    }
  }
  return { templates, unread, construct: (document, logicalId) => byDocument[document]?.[logicalId] };
}

/** The stacks that may have a say, by what is in them: to resolve a stack costs as much as to write it. */
function relevantAmong(constructs: readonly ConstructLike[], mayMatter: Relevance): ReadonlySet<StackLike> {
  const marks = new Map<StackLike, string[]>(constructs.filter(isStack).map((stack) => [stack, []]));
  for (const construct of constructs) {
    if (isElement(construct)) marks.get(construct.stack)?.push(`"${construct.cfnResourceType}" ${construct.node.path}`);
    else if (isOther(construct)) marks.get(construct.stack)?.push('"Outputs"');
  }
  return new Set([...marks].filter(([, texts]) => mayMatter(texts.join('\n'))).map(([stack]) => stack));
}

/** As it will be written to its file: what is no JSON is gone by then. */
function templateOf(stack: StackLike, elements: Table<ConstructLike>): Pick<Template, 'body'> {
  const body = JSON.parse(JSON.stringify(stack._toCloudFormation())) as Json;
  return { body: withConstructPaths(isObject(body) ? body : {}, pathsOf(elements)) };
}

/** Account, Region and name where they are concrete: a token resolves to a reference. */
function environmentOf(stack: StackLike): Pick<Template, 'stackName' | 'account' | 'region'> {
  const { account, region, stackName } = stack;
  const concrete = Object.entries({ account, region, stackName }).filter(
    ([, value]) => typeof stack.resolve(value) === 'string',
  );
  return Object.fromEntries(concrete);
}

function nestingOf({ nestedStackResource }: StackLike): Pick<Template, 'nestedIn'> {
  if (nestedStackResource === undefined) return {};
  const { stack, logicalId } = nestedStackResource;
  return { nestedIn: { document: stack.node.path, logicalId: String(stack.resolve(logicalId)) } };
}
