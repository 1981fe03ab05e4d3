import { refuse } from './refuse';

const zip = [0x50, 0x4b, 0x03, 0x04];

const notUtf8 =
  'not valid UTF-8, so its text cannot be trusted. Windows PowerShell 5 re-encodes what a program prints: ' +
  'write the file with `cmd /c "terraform show -json tfplan > plan.json"`, or with PowerShell 7.';

const notUtf16 = 'not valid UTF-16: half a character is missing, so the file was cut or re-encoded. Write it again.';

/**
 * The text of a document: UTF-8 or UTF-16 (either byte order, with or without byte order mark), without the mark.
 * Throws an `InputError` for an empty document, for bytes that are no text, and for files that hold a plan in another form.
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  if (zip.every((byte, at) => bytes[at] === byte)) {
    refuse(name, 'a binary plan, which only Terraform reads. Run `terraform show -json FILE` and check its output.');
  }
  const text = textOf(name, bytes);
  if (text.trim() === '') {
    refuse(
      name,
      'empty. Did the command that wrote it fail? `terraform show` prints its error to the console and leaves an empty file behind.',
    );
  }
  if (/^\s*\{\s*"remote_plan_format"\s*:/.test(text.slice(0, 200))) {
    refuse(
      name,
      'a bookmark of a plan saved in HCP Terraform. Run `terraform show -json FILE` where you are logged in and check its output.',
    );
  }
  return text;
}

/** Byte order marks first; without one, the zero half of an ASCII character tells the byte order. */
function textOf(name: string, bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(name, 'utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded(name, 'utf-16be', bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded(name, 'utf-8', bytes);
  if (first !== undefined && first !== 0 && second === 0) return decoded(name, 'utf-16le', bytes);
  if (first === 0 && second !== undefined && second !== 0) return decoded(name, 'utf-16be', bytes);
  return decoded(name, 'utf-8', bytes);
}

function decoded(name: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse(name, encoding === 'utf-8' ? notUtf8 : notUtf16);
  }
}
