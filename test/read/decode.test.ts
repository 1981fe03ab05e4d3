import { InputError } from '../../lib/core/input-error';
import { decodeText } from '../../lib/read/decode';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string, order: 'le' | 'be'): number[] =>
  [...text].flatMap((one) => {
    const code = one.charCodeAt(0);
    return order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  });

describe('decodeText', () => {
  const text = '{"tag":"grün"}\r\n';
  const readable: readonly (readonly [string, number[]])[] = [
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8(text)]],
    ['UTF-16 LE with a byte order mark', [0xff, 0xfe, ...utf16(text, 'le')]],
    ['UTF-16 LE without one', utf16(text, 'le')],
    ['UTF-16 BE with a byte order mark', [0xfe, 0xff, ...utf16(text, 'be')]],
    ['UTF-16 BE without one', utf16(text, 'be')],
  ];
  it.each(readable)('reads %s', (_, bytes) => {
    expect(decodeText('plan.json', Uint8Array.from(bytes))).toBe(text);
  });

  const refused: readonly (readonly [string, number[], RegExp])[] = [
    ['nothing', [], /^plan\.json: empty\. Did the command that wrote it fail\?/],
    ['white space', utf8(' \r\n\t'), /empty\./],
    ['a byte order mark alone', [0xff, 0xfe], /empty\./],
    ['a binary plan', [0x50, 0x4b, 0x03, 0x04, 0x14], /a binary plan.*`terraform show -json FILE`/],
    ['a bookmark of HCP Terraform', utf8('{"remote_plan_format":1,"run_id":"run-x"}'), /HCP Terraform/],
    ['bytes that are no UTF-8', [0x7b, 0x22, 0xfc, 0x22, 0x7d], /not valid UTF-8.*PowerShell/],
    ['half a UTF-16 character', [0xff, 0xfe, 0x7b, 0x00, 0x22], /not valid UTF-16/],
  ];
  it.each(refused)('refuses %s', (_, bytes, message) => {
    const decode = (): string => decodeText('plan.json', Uint8Array.from(bytes));
    expect(decode).toThrow(InputError);
    expect(decode).toThrow(message);
  });
});
