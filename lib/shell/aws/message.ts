const longest = 300;

/**
 * What a service or the SDK said, fit for a document: one line, at most 300 characters, without access keys, tokens, encoded
 * authorization messages and user info of URLs. ARNs stay, since they say who was denied what.
 */
export function cleaned(text: string): string {
  const words = text
    // What the SDK tells its programmers about an answer that it cannot read.
    .replace(/\s*Deserialization error: to see the raw response.*$/s, ' (the answer cannot be read)')
    // Nobody reads a megabyte, and the expressions below stay quick.
    .slice(0, 4000)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(withoutSecret);
  const line = words.join(' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 3)}...`;
}

function withoutSecret(word: string): string {
  // Of an ARN the last part may be long, and it is no secret.
  if (/^["'(]*arn:[a-z-]+:/.test(word)) return word;
  return (
    word
      .replace(/:\/\/[^/@]*@/g, '://')
      .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{8,}\b/g, '***')
      // Session tokens, secret keys, signatures and encoded messages are long and of this alphabet.
      .replace(/[A-Za-z0-9+/_=-]{40,}/g, '***')
      .replace(/((?:token|secret|password|signature|credential)[A-Za-z-]*=)[^&\s]+/gi, '$1***')
  );
}
