import { formats } from '../../lib/report/formats';
import { parseOutputs } from '../../lib/shell/outputs';
import { program } from '../../lib/shell/program';
import type { Io } from '../../lib/shell/io';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { blocksOf, pages, proseOf, type Page } from './_pages';

const nowhere: Io = {
  stdin: { isPiped: false, read: () => new Uint8Array() },
  stdout: () => undefined,
  stderr: () => undefined,
  env: {},
  cwd: '/',
  now: () => new Date(0),
  isTty: false,
  columns: null,
  errorColumns: null,
  onInterrupt: () => () => undefined,
  exitNow: () => undefined,
};

/** Every command line of `holdfast` on a page: in blocks for a shell, and in a sentence. */
function commandsOn(page: Page): readonly string[] {
  const blocks = blocksOf(page, 'sh').flatMap((block) => block.replace(/\\\n/g, ' ').split(/\n|&&|\||;/));
  const inline = [...proseOf(page).matchAll(/`((?:npx )?holdfast [^`]+)`/g)].flatMap(([, text = '']) =>
    text.split(/&&|\||;/),
  );
  return [...blocks, ...inline]
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .map((line) => line.replace(/\s*>\s*\S+$/, ''))
    .filter((line) => /^(npx )?holdfast\s/.test(line));
}

/** Words as a shell splits them. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, '')).slice(line.startsWith('npx ') ? 2 : 1);
}

/** Parses a command line with the real program, in which no command does anything. Throws where it would be refused. */
async function parse(words: readonly string[]): Promise<readonly string[]> {
  const parsed = program({ io: nowhere, exit: () => undefined });
  let outputs: readonly string[] = [];
  for (const command of parsed.commands)
    command.action(() => {
      const { output } = command.opts<{ output?: readonly string[] | string }>();
      if (Array.isArray(output)) outputs = output as readonly string[];
    });
  await parsed.parseAsync([...words], { from: 'user' });
  return outputs;
}

const lines = pages.flatMap((page) => commandsOn(page).map((line) => [page.file, line] as const));

describe('the command lines of the documentation', () => {
  it('are many', () => {
    expect(lines.length).toBeGreaterThan(30);
  });

  it.each(lines)('%s: %s', async (_, line) => {
    const words = wordsOf(line);
    // `FORMAT` stands for any format.
    const outputs = (await parse(words)).filter((output) => !/^[A-Z]+(=|$)/.test(output));
    expect(() => parseOutputs(outputs, formats)).not.toThrow();
    const [command, id] = words;
    if (command === 'explain' && id !== 'POLICY') expect(builtinPolicies.map((policy) => policy.id)).toContain(id);
  });

  it('would be refused where they are wrong', async () => {
    await expect(parse(['check', '--fail-onn', 'error'])).rejects.toThrow();
    await expect(parse(['chek'])).rejects.toThrow();
  });
});
