import { machineWait, persistently, type Attempt } from '../../../lib/shell/serve/persistently';

describe('persistence', () => {
  it('pauses longer each time, and gives up after six attempts', async () => {
    const pauses: number[] = [];
    const tried = await persistently(
      () => Promise.resolve<Attempt<never>>({ is: 'again', why: 'busy' }),
      new AbortController().signal,
      (pause) => Promise.resolve(pauses.push(pause)),
    );
    expect(tried).toEqual({ is: 'refused', why: 'busy, 6 times' });
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it.each(['before', 'in an attempt', 'in a pause'])('ends %s where it is stopped', async (when) => {
    const stop = new AbortController();
    if (when === 'before') stop.abort();
    let attempts = 0;
    const tried = await persistently(
      () => {
        attempts += 1;
        if (when === 'in an attempt') stop.abort();
        return Promise.resolve<Attempt<never>>({ is: 'again', why: 'busy' });
      },
      stop.signal,
      (pause, signal) => {
        stop.abort();
        return machineWait(pause, signal);
      },
    );
    expect(tried).toEqual({ is: 'refused', why: 'holdfast was stopped' });
    expect(attempts).toBe(when === 'before' ? 0 : 1);
  });
});
