const waiting = new Set<object>();
let isListening = false;

/**
 * Makes the process fail at its end unless the aspect was visited by then. CDKTF and CDK Terrain ignore aspects on the App
 * without a word, and never call them, so the end of the process is the first time to notice (facts: cdk 2.1). Test runners are
 * left alone, since a test may make an aspect and synthesise nothing. Nothing here keeps the process alive.
 */
export function expectVisit(aspect: object): void {
  if (isUnderTest()) return;
  waiting.add(aspect);
  if (isListening) return;
  isListening = true;
  process.on('exit', complain);
}

/** Takes note that the aspect was visited, or is known to be judged otherwise. */
export function wasVisited(aspect: object): void {
  waiting.delete(aspect);
}

function complain(code: number): void {
  // A process that failed by itself may not have come to its synthesis.
  if (waiting.size === 0 || code !== 0) return;
  process.stderr.write(
    'holdfast: QuerySlaAspect was never visited, so nothing was judged: CDKTF and CDK Terrain ignore aspects on the App, and ' +
      'those that were added with another copy of their package; use applyTo(app, Aspects, options) after the stacks are ' +
      'created, or Aspects.of(stack).add(...)\n',
  );
  process.exitCode = 1;
}

/** Jest, Vitest and node:test say so in the environment; others put their functions where every file sees them. */
function isUnderTest(): boolean {
  const { env } = process;
  const isSaid = [env.JEST_WORKER_ID, env.VITEST, env.NODE_TEST_CONTEXT].some((one) => one !== undefined);
  return isSaid || ['describe', 'it'].every((name) => typeof Reflect.get(globalThis, name) === 'function');
}
