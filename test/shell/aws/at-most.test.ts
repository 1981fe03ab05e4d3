import { atMost } from '../../../lib/shell/aws/at-most';

describe('at most so many at a time', () => {
  it('runs no more, in order, and all of them', async () => {
    const inTurn = atMost(3);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        inTurn(async () => {
          started.push(at);
          running += 1;
          most = Math.max(most, running);
          await Promise.resolve();
          running -= 1;
          return at * 2;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(started).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(results).toEqual(Array.from({ length: 20 }, (_, at) => at * 2));
  });

  it('gives the place of one that fails to the next', async () => {
    const inTurn = atMost(1);
    const failing = inTurn(() => Promise.reject(new Error('no')));
    const next = inTurn(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
