import { interruptible } from '../../lib/shell/interrupt';

/** A world in which Ctrl-C is pressed by the test, and time goes on by hand. */
function keyboard() {
  const listeners = new Set<() => void>();
  const exits: number[] = [];
  let now = 0;
  return {
    io: {
      onInterrupt: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      exitNow: (code: number) => void exits.push(code),
      now: () => new Date(now),
    },
    press: () => [...listeners].forEach((listener) => listener()),
    wait: (milliseconds: number) => void (now += milliseconds),
    exits,
    listeners,
  };
}

describe('work that can be interrupted', () => {
  it('ends with what it has at the first Ctrl-C', async () => {
    const { io, press, exits, listeners } = keyboard();
    const said: string[] = [];
    const result = interruptible(
      io,
      () => void said.push('said'),
      (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('a part'))),
    );
    press();
    expect(await result).toBe('a part');
    expect([said, exits, listeners.size]).toEqual([['said'], [], 0]);
  });

  // npm and npx pass on to the command what the terminal has sent to it already.
  it.each([
    ['half a second later', 500, [130]],
    ['at once, passed on by npx', 3, []],
    ['after the clock was set back', -3_600_000, [130]],
  ])('a second one %s', async (_, later, expected) => {
    const { io, press, wait, exits } = keyboard();
    const said: string[] = [];
    let finish = (): void => undefined;
    const result = interruptible(
      io,
      () => void said.push('said'),
      () => new Promise<void>((resolve) => (finish = resolve)),
    );
    press();
    wait(later);
    press();
    expect([exits, said]).toEqual([expected, ['said']]);
    finish();
    await result;
  });

  it('listens no more once the work has failed', async () => {
    const { io, listeners } = keyboard();
    await expect(
      interruptible(
        io,
        () => undefined,
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    expect(listeners.size).toBe(0);
  });
});
