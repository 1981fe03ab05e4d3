import type { Policy } from '../../lib/core/policy';
import { kinds } from '../../lib/kinds';
import { policyMarkdown, policyProse } from '../../lib/report/policy-markdown';
import { builtinPolicies as policies } from '../../lib/shell/builtin-policies';

const [policy] = policies.filter(({ id }) => id === 'alb-idle-timeout-outlasts-query') as [Policy];
const text = policyMarkdown(policy, { kinds, policies, says: { resource: 'aws_lb.public', message: 'it is *short*' } });

describe("a policy's page in Markdown", () => {
  it('has a heading for each section and ends with a line break', () => {
    expect(text.split('\n').slice(0, 5)).toEqual([
      '# alb-idle-timeout-outlasts-query',
      '',
      `${policy.title}.`,
      '',
      'severity: error; judged once for each timer, workload and role',
    ]);
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Why',
      '## Judges',
      '## What is seen',
      '## An example that fails',
      '## The same, mended',
      '## Fix',
      '## Options',
      '## References',
      '## Related',
    ]);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('leads to symptoms, related policies and references', () => {
    expect(text).toContain('- [HTTP 504, or another error in place of the response](../symptoms/http-504.md)\n');
    expect(text).toMatch(/^- \[[a-z-]+: .*\]\([a-z-]+\.md\)$/m);
    expect(text).toContain(`- <${policy.refs[0] ?? ''}>\n`);
  });

  it('fences code in its language', () => {
    expect(text).toContain('```hcl\nresource "aws_lb" "public" {\n');
    expect(text).toContain('```yaml\n# holdfast.yaml\nversion: 1\n');
  });

  it('takes nothing but code for Markdown', () => {
    expect(text).toContain('Holdfast says: it is \\*short\\*.');
    expect(policyProse('a [b](c) <d> `*e*` | f')).toBe('a \\[b\\](c) \\<d> `*e*` \\| f');
  });
});
