import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { completionScripts } from '../../../lib/shell/completion/scripts';

const root = path.resolve(__dirname, '../../..');
const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'holdfast-completion-'));
const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` };

/** The real command, as `holdfast` on the path, and the scripts that it prints. */
beforeAll(() => {
  const options = {
    entryPoints: ['lib/shell/main.ts'],
    outfile: path.join(folder, 'holdfast'),
    bundle: true,
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    external: ['@aws-sdk/*', 'pg'],
  };
  // A process of its own, since esbuild refuses the globals of jest.
  execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: root });
  chmodSync(path.join(folder, 'holdfast'), 0o755);
  for (const [shell, script] of Object.entries(completionScripts))
    writeFileSync(path.join(folder, `c.${shell}`), script);
  writeFileSync(path.join(folder, 'plan.json'), '{}');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a shell prints that runs a program of its own, in the folder of the command. */
function runs(shell: string, args: readonly string[], program: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(shell, [...args, '-c', program], { cwd: folder, env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** For shells that this machine may lack. */
const suiteOf = (shell: string): jest.Describe =>
  spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0 ? describe : describe.skip;

suiteOf('bash')('completion in bash', () => {
  /** Bash hands over the words as it splits them: `=` is one of its own. */
  const completed = (...words: readonly string[]): readonly string[] =>
    runs(
      'bash',
      ['--norc', '--noprofile'],
      `source ./c.bash
      COMP_WORDS=(holdfast ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length)}
      _holdfast; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  it.each([
    [['che'], ['check']],
    [['explain', 'alb-'], ['alb-idle-timeout-outlasts-query']],
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'info'],
    ],
    [
      ['check', '--fail-on', '='],
      ['error', 'warning', 'info'],
    ],
    [['check', '--fail-on', '=', 'w'], ['warning']],
    [['check', 'app', '=', 'pl'], []],
  ])('%j goes on as %j', (words, values) => {
    expect(completed(...words)).toEqual(values);
  });

  it('is registered, and leaves files to bash', () => {
    expect(runs('bash', ['--norc'], 'source ./c.bash; complete -p holdfast')).toEqual([
      'complete -o bashdefault -o default -F _holdfast holdfast',
    ]);
  });
});

suiteOf('zsh')('completion in zsh', () => {
  /** The system of zsh takes `value:meaning`, or completes files. */
  const completed = (...words: readonly string[]): readonly string[] =>
    runs(
      'zsh',
      ['-f'],
      `compdef() { : }
      _describe() { print -rl -- "\${(@P)2%%:*}" }
      _files() { print a-file }
      source ./c.zsh
      words=(holdfast ${words.map((word) => `'${word}'`).join(' ')}); CURRENT=$#words; PREFIX=$words[-1]
      _holdfast`,
    );

  it.each([
    [['che'], ['check']],
    [['check', '--fail-on', 'w'], ['warning']],
    [['check', '--fail-on=w'], ['--fail-on=warning']],
    [['check', 'pl'], ['a-file']],
  ])('%j goes on as %j', (words, values) => {
    expect(completed(...words)).toEqual(values);
  });
});

suiteOf('fish')('completion in fish', () => {
  it.each([
    ['holdfast che', ['check']],
    ['holdfast check --fail-on ', ['error', 'info', 'warning']],
    ['holdfast check --fail-on=w', ['--fail-on=warning']],
    ['holdfast check pl', ['plan.json']],
  ])('%j goes on as %j', (line, values) => {
    const found = runs('fish', ['--no-config'], `source ./c.fish; complete -C '${line}'`);
    expect(found.map((row) => row.split('\t')[0])).toEqual(values);
  });
});
