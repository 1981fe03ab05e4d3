import type { PathEntry, Workload } from '../../core/configuration';
import { isGlob } from '../../core/glob';
import type { Kind } from '../../core/kind';
import { clientKey } from '../../core/select';

/** Whether a template may have a say in the judgement, by its text. */
export type Relevance = (template: string) => boolean;

/**
 * Tells templates that cannot matter without parsing them: no kind describes any of their resources, nothing leads out of
 * them, and no workload may mean one of their resources as its client. An app is mostly such templates.
 */
export function relevanceFor(workloads: readonly Workload[], kinds: readonly Kind[]): Relevance {
  const marks = ['"Outputs"', '"AWS::CloudFormation::Stack"', '"Fn::Transform"', '"Fn::ForEach::'];
  for (const type of kinds.flatMap((kind) => kind.cloudformation?.types ?? [])) marks.push(`"${type}"`);
  for (const { path } of workloads) {
    for (const { key, select } of Array.isArray(path) ? (path as readonly PathEntry[]) : []) {
      if (key !== clientKey || select.by === 'inline') continue;
      const names = select.by === 'name' ? select.names.map(lastPart) : [null];
      // A tag or a glob may mean anything.
      if (names.includes(null)) return () => true;
      marks.push(...names.flatMap((name) => name ?? []));
    }
  }
  return (template) => marks.some((mark) => template.includes(mark));
}

/** What of a name is in a template, whether it is a logical id, a construct's path or an identifier; `null` for globs. */
function lastPart(name: string): string | null {
  if (isGlob(name)) return null;
  const parts = name.split(/[/:.]/).filter((part) => part !== '' && part !== 'Resource' && part !== 'Default');
  return (parts.at(-1) ?? name).replace(/[^A-Za-z0-9]/g, '') || null;
}
