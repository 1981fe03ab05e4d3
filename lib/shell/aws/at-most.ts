/** Runs tasks, never more than `limit` of them at a time, in the order in which they came. */
export function atMost(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes to the next one that waits, if any.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
