import type { Severity } from '../../core/configuration';
import type { ConstructLike } from './construct';

// CDK Terrain keeps the names of CDKTF (facts: cdk 2.2).
const types: Readonly<Record<Severity, string>> = {
  error: '@cdktf/error',
  warning: '@cdktf/warn',
  info: '@cdktf/info',
};

/**
 * Puts a message on a construct, where the command line shows it and the manifest keeps it; an error fails the synthesis. A
 * message that is there already is not repeated: a program may synthesise a stack over and over.
 */
export function annotate({ node }: ConstructLike, severity: Severity, text: string): void {
  const type = types[severity];
  if (node.metadata.some((entry) => entry.type === type && entry.data === text)) return;
  // A trace would lead into this package, not to the line that is wrong.
  node.addMetadata(type, text, { stackTrace: false });
}
