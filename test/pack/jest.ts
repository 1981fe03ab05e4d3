// A test of a stack, as a project with Jest writes it, whether its functions are global or imported.
import 'holdfast/jest';

const config = {
  version: 1,
  workloads: [{ name: 'web', maxQueryDuration: '90s', path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }] }],
};

function stack(idleTimeout: number): string {
  const lb = { load_balancer_type: 'application', idle_timeout: idleTimeout };
  return JSON.stringify({ resource: { aws_lb: { public: lb } } });
}

test('the matcher passes, fails and is negated', () => {
  expect(stack(91)).toMeetQuerySla({ config });
  expect(stack(60)).not.toMeetQuerySla({ config });
  expect(() => expect(stack(60)).toMeetQuerySla({ config })).toThrow('idle_timeout');
});
