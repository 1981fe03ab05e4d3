import { milestonesOf, probeProgress } from '../../../lib/shell/probe/progress';
import { suspect } from '../../core/_probe';

const milestones = [
  { at: 2, who: 'a' },
  { at: 4, who: 'b' },
];

function told(errorColumns: number | null) {
  let err = '';
  const io = { stderr: (text: string) => void (err += text), errorColumns, env: {}, now: () => new Date() };
  return { progress: probeProgress(io), said: () => err };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('progress of a probe', () => {
  it('is a line for each timer that was outlived where there is no terminal', () => {
    const { progress, said } = told(null);
    progress.begin('a query is silent', 5, milestones);
    expect(said()).toBe('holdfast: a query is silent for 5 s\n');
    jest.advanceTimersByTime(2400);
    expect(said()).not.toContain('past');
    jest.advanceTimersByTime(200);
    expect(said()).toContain('holdfast: past 2 s: a\n');
    progress.end();
    jest.advanceTimersByTime(10_000);
    expect(said()).not.toContain('past 4 s');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is one line at a terminal, which is gone in the end', () => {
    const { progress, said } = told(60);
    progress.begin('a query is silent', 5, milestones);
    jest.advanceTimersByTime(3000);
    expect(said()).toContain('\r\u001b[2Kholdfast: a query is silent for 0 s of 5 s; at 2 s: a');
    expect(said()).toMatch(/a query is silent for 3 s of 5 s; at 4 s: b$/);
    progress.end();
    expect(said()).toMatch(/\r\u001b\[2K$/);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('never fills the last column', () => {
    const { progress, said } = told(20);
    progress.begin('a query is silent', 5, milestones);
    expect(said()).toBe('\r\u001b[2Kholdfast: a query i');
    progress.end();
  });
});

describe('milestonesOf', () => {
  it('are the moments of this phase and leg within its time, the earliest first', () => {
    const suspects = [
      suspect('late', 50),
      suspect('b', 4),
      suspect('a', 4),
      suspect('first', 2),
      suspect('pausing', 3, { phase: 'pause' }),
      suspect('above', 3, { layer: 'request' }),
      suspect('open', 3, { fires: [{ from: 3, to: null }] }),
    ];
    expect(milestonesOf(suspects, 'query', 'connection', 10)).toEqual([
      { at: 2, who: 'idleTimeout of first' },
      { at: 4, who: 'idleTimeout of b, idleTimeout of a' },
    ]);
  });
});
