import { cleaned } from '../../../lib/shell/aws/message';

const token = 'IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ';

describe('what a service said', () => {
  it.each([
    ['is one line', 'Rate\n  exceeded\t.', 'Rate exceeded .'],
    [
      'loses what the SDK tells its programmers',
      "char '<' is not expected.\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.",
      "char '<' is not expected. (the answer cannot be read)",
    ],
    [
      'keeps ARNs, however long',
      'User: arn:aws:sts::123456789012:assumed-role/a-role-with-a-very-long-name-of-its-own/somebody@example.com is not authorized',
      'User: arn:aws:sts::123456789012:assumed-role/a-role-with-a-very-long-name-of-its-own/somebody@example.com is not authorized',
    ],
    ['loses access keys', 'The key AKIAIOSFODNN7EXAMPLE is bad', 'The key *** is bad'],
    ['loses keys of sessions', '(ASIAIOSFODNN7EXAMPLE)', '(***)'],
    ['loses tokens', `token ${token} expired`, 'token *** expired'],
    ['loses secret keys', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY was used', '*** was used'],
    ['loses short secrets that are named', 'x-amz-security-token=abc123&y=1', 'x-amz-security-token=***&y=1'],
    ['loses user info', 'via http://user:pw@proxy.example.com:3128 failed', 'via http://proxy.example.com:3128 failed'],
    [
      'loses encoded messages',
      `You are not authorized to perform this operation. Encoded authorization failure message: ${'a1B2_-'.repeat(60)}`,
      'You are not authorized to perform this operation. Encoded authorization failure message: ***',
    ],
    ['loses what a terminal would obey', 'a\u001b[31mb\u202ec', 'a [31mb c'],
  ])('%s', (_what, said, expected) => {
    expect(cleaned(said)).toBe(expected);
  });

  it('is no longer than 300 characters', () => {
    const text = cleaned('word '.repeat(1_000_000));
    expect(text).toHaveLength(300);
    expect(text.endsWith('...')).toBe(true);
  });
});
