import { InputError } from '../../lib/core/input-error';
import { builtinPolicies as policies } from '../../lib/shell/builtin-policies';
import { judgeExample, saidOf } from '../../lib/shell/example';
import { world } from './world';

const without = '{ configuration: { workloads: [] } }';
const workload = { name: 'api', maxQueryDuration: '90s', path: [{ alb: 'aws_lb.a' }, { client: { name: 'x' } }] };

describe('an example', () => {
  it('is judged as its documents would be', () => {
    const { workloads } = judgeExample(
      { resources: { 'aws_lb.a': {} }, configuration: { workloads: [workload] } },
      policies,
    );
    expect(workloads.map(({ verdict, cutAt, cutBy }) => ({ verdict, cutAt, cutBy }))).toEqual([
      { verdict: 'cut', cutAt: 60, cutBy: 'aws_lb.a' },
    ]);
  });

  it.each([
    ['an address that is none', { resources: { 'module.a': {} }, configuration: { workloads: [workload] } }],
    ['a key that is none', { configuration: { workloads: [{ ...workload, maxQuery: '1s' }] } }],
  ])('with %s is refused', (_, example) => {
    expect(() => judgeExample(example, policies)).toThrow(InputError);
  });

  it('shows what is said of it, the failure first', () => {
    const policy = policies.find(({ id }) => id === 'alb-idle-timeout-outlasts-query')!;
    expect(saidOf(policy, policies)).toMatchObject({ resource: 'aws_lb.public', outcome: 'fail' });
    const { example: _, ...without } = policy;
    expect(saidOf(without as typeof policy, policies)).toBeNull();
  });

  it("of a user's own policy is on its page, or the page says what is wrong with it", async () => {
    const here = world();
    const own = here.read('own/own-alb-limit.js');
    const example = (idleTimeout: number | string): string =>
      `{ resources: { 'aws_lb.a': { idle_timeout: ${JSON.stringify(idleTimeout)} } }, configuration: { workloads: [{ name: 'api', maxQueryDuration: '30s', path: [{ alb: 'aws_lb.a' }] }] } }`;
    here.write(
      'own/own-alb-limit.js',
      own.replace('refs: [],', `refs: [], example: { bad: ${example(70)}, good: ${example(120)} },`),
    );
    const { code, out } = await here.run('explain own-alb-limit --policies own');
    expect(code).toBe(0);
    expect(out).toContain('Holdfast says: too short.');
    // No workload is a mistake in the configuration of the example.
    const empty = world();
    empty.write(
      'own/own-alb-limit.js',
      own.replace('refs: [],', `refs: [], example: { bad: ${without}, good: ${without} },`),
    );
    const outcome = await empty.run('explain own-alb-limit --policies own');
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain('workloads');
  });

  it.each(['{ bad: {}, good: {} }', '{ bad: { configuration: {} } }', '[]'])(
    'that is %s is refused',
    async (example) => {
      const here = world();
      const own = here.read('own/own-alb-limit.js');
      here.write('own/own-alb-limit.js', own.replace('refs: [],', `refs: [], example: ${example},`));
      const { code, err } = await here.run('list --policies own');
      expect(code).toBe(2);
      expect(err).toContain('has a policy whose example is not { bad, good }');
    },
  );
});
