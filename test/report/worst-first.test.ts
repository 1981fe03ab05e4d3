import { worstFirst } from '../../lib/report/worst-first';
import { workload } from './sample';

describe('workloads, worst first', () => {
  it('have what is cut before what is unknown before what holds, the soonest first, then by name', () => {
    const made = [
      workload({ name: 'b' }),
      workload({ name: 'a' }),
      workload({ name: 'open', verdict: 'unknown' }),
      workload({ name: 'late', verdict: 'cut', cutAt: 60 }),
      workload({ name: 'soon', verdict: 'cut', cutAt: 20 }),
    ];
    expect(worstFirst(made).map(({ name }) => name)).toEqual(['soon', 'late', 'open', 'a', 'b']);
    expect(made[0]!.name).toBe('b');
  });
});
