import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../lib/core/input-error';
import { readDocument } from '../../lib/read/document';
import { sketch } from './kinds';

const traps = path.join(__dirname, '..', '..', '..', 'shared', 'plans', 'traps');
const inTraps = existsSync(traps) ? describe : describe.skip;

const kinds = [sketch({ name: 'thing', type: 'terraform_data', settings: { input: ['text', 'input'] } })];
const bytes = (file: string): Uint8Array => readFileSync(path.join(traps, file));

inTraps('each trap (skipped without ../shared)', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['BINARY-planfile-zip.tfplan', /a binary plan/],
    ['concatenated-two-plans.json', /several documents one after another/],
    ['human-readable-show.txt', /human-readable output/],
    ['null.json', /`null`/],
    ['prefix-log-lines.json', /terraform_wrapper: false/],
    ['prefix-terragrunt-module.json', /Terragrunt/],
    ['streaming-ui-ndjson-NOT-A-PLAN.json', /event stream/],
    ['truncated.json', /cut off before its end/],
    ['zero-bytes.json', /empty\. Did the command that wrote it fail\?/],
  ];
  it.each(refused)('refuses %s', (file, message) => {
    const reading = (): unknown => readDocument(file, bytes(file), kinds);
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(message);
  });

  // How many managed resources are there after each plan (counted in its rows that are managed and neither deposed, deleted nor forgotten), and what it says of itself.
  const read: readonly (readonly [string, number, readonly RegExp[]])[] = [
    ['cdktf-json-syntax-provider-alias-ephemeral.json', 5, []],
    ['create-unknown-foreach-modules-sensitive-checks.json', 30, []],
    ['destroy.json', 0, [/only deletes/]],
    ['empty-config.json', 0, [/no managed resource/]],
    ['encoding-crlf-pretty.json', 19, []],
    ['encoding-utf16be-bom.json', 19, []],
    ['encoding-utf16le-bom-crlf-powershell5.json', 19, []],
    ['encoding-utf16le-nobom.json', 19, []],
    ['encoding-utf8-bom.json', 19, []],
    ['errored.json', 1, [/ended with an error/]],
    ['no-op-all-known-prior-state.json', 30, []],
    ['refresh-only.json', 30, [/refresh-only/]],
    ['target-incomplete.json', 1, [/covers part/]],
    ['update-replace-delete-forget-moved-import-deposed-tainted.json', 19, []],
  ];
  it.each(read)('reads %s', (file, count, notes) => {
    const [reading] = readDocument(file, bytes(file), kinds);
    expect(reading?.source).toBe('plan');
    expect(reading?.facts).toHaveLength(count);
    expect(new Set(reading?.facts.map((one) => one.id)).size).toBe(count);
    expect(reading?.notes.map((note) => note.level)).toEqual(notes.map(() => 'incomplete'));
    notes.forEach((note, at) => expect(reading?.notes[at]?.why).toMatch(note));
  });

  it.each(read.map(([file]) => file))('shows no secret of %s', (file) => {
    expect(JSON.stringify(readDocument(file, bytes(file), kinds))).not.toMatch(/not-real/);
  });
});
