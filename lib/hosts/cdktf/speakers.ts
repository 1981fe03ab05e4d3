import type { Finding, Report } from '../../core/report';
import { nameOf, type StackLike } from './construct';
import { databaseDocuments, type Resources } from './placement';

/** Which stack says a finding when its turn comes, and on which construct in it; `null`: on the stack itself. */
export type Spoken = { readonly stack: StackLike; readonly construct: string | null };

/** Who says what, so that everything is said once in a whole program. */
export type Speakers = {
  readonly of: (finding: Finding) => Spoken;
  /** The stack that says what is about a workload as a whole; `null`: about no workload either. */
  readonly ofWorkload: (workload: string | null) => StackLike;
};

/**
 * Each stack says what is about its own resources. What is about no resource (a declared hop), or about one of a stack that
 * nobody judges, is said by the stack of the database, or else by the first. `watched` are the stacks that are judged when
 * their turn comes, `own` among them.
 */
export function speakersOf(
  report: Report,
  resources: Resources,
  { own, watched }: { readonly own: StackLike; readonly watched: readonly StackLike[] },
): Speakers {
  const byName = new Map(watched.map((stack) => [nameOf(stack), stack]));
  const ofWorkload = (workload: string | null): StackLike => {
    const documents = databaseDocuments(report, resources, workload);
    return documents.flatMap((document) => byName.get(document) ?? [])[0] ?? watched[0] ?? own;
  };
  return {
    ofWorkload,
    of: (finding) => {
      const location = resources.of(finding)?.location;
      const stack = byName.get(location?.document ?? '');
      return stack === undefined
        ? { stack: ofWorkload(finding.workload), construct: null }
        : { stack, construct: location?.construct ?? null };
    },
  };
}
