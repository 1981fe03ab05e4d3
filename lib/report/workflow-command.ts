/** The levels of annotations that GitHub has, worst first. */
export const annotationLevels = ['error', 'warning', 'notice'] as const;
export type AnnotationLevel = (typeof annotationLevels)[number];

/** Names of properties as GitHub spells them; `line` and `col` count from 1. */
export type AnnotationProperties = {
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
  readonly title: string;
};

/**
 * A workflow command of GitHub Actions that makes an annotation, on one line:
 * `::error file=main.tf,line=12,title=alb-idle-timeout-outlasts-query::the message`. The message may have several lines.
 */
export function workflowCommand(level: AnnotationLevel, properties: AnnotationProperties, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${written.join(',')}::${data(message)}`;
}

/** The escapes of the runner (actions/toolkit, packages/core/src/command.ts): `%` first, since the others make new ones. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
