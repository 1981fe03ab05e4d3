import { InputError } from '../../core/input-error';
import type { HostOptions } from '../judge';
import { nameOf, stacksIn, type ConstructLike } from './construct';
import { QuerySlaAspect } from './query-sla-aspect';

/** The `Aspects` of the program's own copy of `cdktf` or `cdktn`. */
export interface AspectsLike {
  of(scope: ConstructLike): { add(aspect: QuerySlaAspect): void };
}

/**
 * Has every stack of an app judged: `applyTo(app, Aspects, { config })`, after the stacks are created and before
 * `app.synth()`. Throws an `InputError` where the app has no stack.
 */
export function applyTo(app: ConstructLike, aspects: AspectsLike, options: HostOptions = {}): void {
  const stacks = stacksIn(app);
  if (stacks.length === 0) {
    const name = app.node.path === '' ? 'the app' : nameOf(app);
    throw new InputError([
      {
        message: `${name} has no stack yet, so nothing would be judged; call applyTo after the stacks are created and before app.synth()`,
      },
    ]);
  }
  const aspect = new QuerySlaAspect(options);
  for (const stack of stacks) {
    aspects.of(stack).add(aspect);
    // Aspects of another copy of the package are never visited.
    aspect.watch(stack);
  }
}
