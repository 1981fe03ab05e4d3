import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './_checkout';

type Instruction = { readonly word: string; readonly rest: string; readonly stage: number };

/** The instructions of a Dockerfile, without comments and with continued lines joined. */
function instructionsOf(text: string): readonly Instruction[] {
  let stage = -1;
  return text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      if (word === 'FROM') stage += 1;
      return { word, rest, stage };
    });
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const instructions = instructionsOf(read('Dockerfile'));
const last = Math.max(...instructions.map(({ stage }) => stage));
const restsOf = (word: string, stage?: number): readonly string[] =>
  instructions
    .filter((one) => one.word === word && (stage === undefined || one.stage === stage))
    .map(({ rest }) => rest);
const manifest = JSON.parse(read('package.json')) as {
  bin: { holdfast: string };
  files: readonly string[];
  engines: { node: string };
};

// No engine of Docker is needed here; `npm run test:wrappers` runs what the image is made of.
describe('the Dockerfile', () => {
  it('knows each of its instructions', () => {
    const words = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'LABEL', 'ENV', 'USER', 'ENTRYPOINT', 'CMD'];
    expect(instructions.filter(({ word }) => !words.includes(word))).toEqual([]);
  });

  it('begins with a Node that the package runs on', () => {
    const majors = restsOf('FROM').map((rest) => Number(/^node:(\d+)-slim\b/.exec(rest)?.[1]));
    expect(majors).toEqual([24, 24]);
    expect(manifest.engines.node).toBe('>=20.19');
  });

  it('copies what is there, and what .dockerignore lets in', () => {
    const [everything, ...let_in] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const copied = restsOf('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(copied.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    expect(everything).toBe('*');
    expect(let_in.sort()).toEqual(copied.map((file) => `!${file}`).sort());
  });

  it('takes from its first stage what that one made', () => {
    const [name] = restsOf('FROM')[0]?.split(' AS ').slice(1) ?? [];
    const [folder] = restsOf('WORKDIR', 0);
    const taken = restsOf('COPY', last).filter((rest) => rest.startsWith('--from='));
    expect(taken.length).toBeGreaterThan(0);
    for (const rest of taken) expect(rest).toMatch(new RegExp(`^--from=${name} ${folder}/(\\S+) /opt/holdfast/\\1$`));
  });

  it('has all that the package needs at run time', () => {
    const parts = restsOf('COPY', last).map((rest) => path.posix.basename(rest));
    expect(parts).toEqual(expect.arrayContaining(['package.json', 'node_modules', 'dist', 'schema', 'LICENSE']));
  });

  it('runs the command, as nobody in particular', () => {
    expect(restsOf('ENTRYPOINT')).toEqual(['["holdfast"]']);
    expect(restsOf('USER')).toEqual(['node']);
    const at = (word: string): number => instructions.map((one) => one.word).lastIndexOf(word);
    expect(at('USER')).toBeGreaterThan(Math.max(at('RUN'), at('COPY')));
    expect(restsOf('RUN', last)).toEqual([`ln -s /opt/holdfast/${manifest.bin.holdfast} /usr/local/bin/holdfast`]);
  });

  it('keeps no secret and opens nothing', () => {
    expect(read('Dockerfile')).not.toMatch(/\b(ARG|ADD|EXPOSE|TOKEN|PASSWORD|curl|wget)\b/);
  });
});
