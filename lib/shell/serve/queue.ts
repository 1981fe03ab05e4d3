/** Work that is done one after the other, since judging a plan takes the processor to itself. */
export type Queue = {
  /** Whether the work was taken; `false`: too much is waiting. */
  readonly add: (work: () => Promise<void>) => boolean;
  /** Resolves when nothing is left. */
  readonly idle: () => Promise<void>;
};

/** A queue in which at most so many wait. Work must not reject. */
export function queue(most: number): Queue {
  let waiting = 0;
  let last = Promise.resolve();
  return {
    add: (work) => {
      if (waiting >= most) return false;
      waiting += 1;
      last = last.then(work).finally(() => (waiting -= 1));
      return true;
    },
    idle: async () => {
      for (let seen: Promise<void> | null = null; seen !== last;) await (seen = last);
    },
  };
}
