import { paced } from '../../../lib/shell/aws/pace';

/** A clock that jumps to the end of each wait. */
function clockOf(): {
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
  pass: (milliseconds: number) => void;
} {
  let at = 0;
  return {
    now: () => at,
    sleep: (milliseconds) => {
      at += milliseconds;
      return Promise.resolve();
    },
    pass: (milliseconds) => (at += milliseconds),
  };
}

const signal = new AbortController().signal;

async function times(
  take: (signal: AbortSignal) => Promise<void>,
  now: () => number,
  count: number,
): Promise<number[]> {
  const at: number[] = [];
  for (let call = 0; call < count; call += 1) {
    await take(signal);
    at.push(now());
  }
  return at;
}

describe('a pace', () => {
  it('lets the burst through at once, and then one per interval', async () => {
    const clock = clockOf();
    // 10 per second: one each 100 ms.
    expect(await times(paced({ perSecond: 10, burst: 3 }, clock), clock.now, 6)).toEqual([0, 0, 0, 100, 200, 300]);
  });

  it('fills up again while nobody calls, and never beyond the burst', async () => {
    const clock = clockOf();
    const take = paced({ perSecond: 10, burst: 3 }, clock);
    await times(take, clock.now, 3);
    clock.pass(200);
    expect(await times(take, clock.now, 3)).toEqual([200, 200, 300]);
    clock.pass(100_000);
    expect(await times(take, clock.now, 4)).toEqual([100_300, 100_300, 100_300, 100_400]);
  });

  it('gives turns in the order in which they were asked for', async () => {
    const waits: number[] = [];
    const clock = {
      now: () => 0,
      sleep: (milliseconds: number) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    };
    const take = paced({ perSecond: 4, burst: 1 }, clock);
    await Promise.all([take(signal), take(signal), take(signal)]);
    expect(waits).toEqual([250, 500]);
  });

  it('ends the wait where it is interrupted', async () => {
    const interrupt = new AbortController();
    const take = paced({ perSecond: 0.001, burst: 1 });
    await take(interrupt.signal);
    const waiting = take(interrupt.signal);
    interrupt.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(take(interrupt.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
