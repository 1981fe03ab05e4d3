import type { Estate } from './estate';
import { evaluateText } from './evaluate-text';
import { written } from './resource-reference';
import { scopeAt } from './scope';
import type { Block, Stack } from './stack';
import { newTrail } from './trail';

/** More instances than a synth makes. */
const mostInstances = 100_000;

/** The stacks, ready to be read together. */
export function openEstate(stacks: readonly Stack[]): Estate {
  const declaring = new Map<string, Block[]>();
  for (const stack of stacks) {
    for (const [address, block] of stack.resources) {
      const blocks = declaring.get(address);
      if (blocks === undefined) declaring.set(address, [block]);
      else blocks.push(block);
    }
  }
  const estate: Estate = {
    stacks,
    declaring,
    trail: newTrail(),
    instances: new Map(),
    byId: new Map(),
    room: { left: mostInstances },
    evaluate: (text, where) => written(estate, evaluateText(text, scopeAt(estate, where))),
  };
  return estate;
}
