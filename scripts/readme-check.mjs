// Runs the commands of README.md as a reader would: each block in a fresh copy of the clone.
//
//   ```sh readme-check exit=1
//   npm ci && npx holdfast check examples/plan.json
//   ```
//
// The exit code is that of the block's last command. Whatever comes before it, and every `npm`, must succeed: an install
// that fails is never taken for the exit code that was promised.
//   node scripts/readme-check.mjs [FILE]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from './_temp.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const document = process.argv[2] ?? 'README.md';
const PREPARATION_FAILED = 199;

const blocks = readBlocks(readFileSync(path.join(root, document), 'utf8'));
if (blocks.length === 0) fail(`${document} has no block marked \`\`\`sh readme-check exit=N`);

let wrong = 0;
for (const block of blocks) {
  const cwd = freshClone();
  const result = spawnSync('bash', ['-c', scriptOf(block.commands)], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 600_000,
    // npx must run the clone's own command, never fetch a package of that name.
    env: { ...process.env, npm_config_yes: 'false', npm_config_prefer_offline: 'true', INIT_CWD: cwd },
  });
  const ok = result.status === block.exit;
  if (!ok) wrong += 1;
  console.log(`${document}:${block.line}: ${ok ? 'ok' : 'WRONG'}`);
  for (const command of block.commands) console.log(`  $ ${command}`);
  const what = result.status === PREPARATION_FAILED ? 'a command before the last one failed' : `exit ${result.status}`;
  console.log(`  ${result.error ? result.error.message : what}, promised exit ${block.exit}`);
  if (!ok) console.log(`${result.stdout}${result.stderr}`.replace(/^/gm, '  | '));
}
if (wrong > 0) fail(`${wrong} of ${blocks.length} blocks do not end as promised.`);
console.log(`readme-check: ${blocks.length} blocks end as promised.`);

function readBlocks(text) {
  const found = [];
  let open;
  text.split('\n').forEach((content, index) => {
    const fence = /^\s*```+\s*(.*)$/.exec(content);
    if (open) {
      if (!fence) return void open.commands.push(content.trimEnd());
      if (open.marked) found.push({ ...open, commands: open.commands.filter((command) => command.trim() !== '') });
      open = undefined;
    } else if (fence) {
      const words = fence[1].trim().split(/\s+/);
      const marked = words.includes('readme-check');
      const exit = words.map((word) => /^exit=(\d+)$/.exec(word)?.[1]).find((value) => value !== undefined);
      if (marked && exit === undefined) fail(`${document}:${index + 1}: readme-check needs exit=N`);
      open = { line: index + 1, exit: Number(exit), marked, commands: [] };
    }
  });
  for (const block of found) if (block.commands.length === 0) fail(`${document}:${block.line}: the block is empty.`);
  return found;
}

function scriptOf(commands) {
  let last = commands.length - 1;
  while (last > 0 && commands[last - 1].endsWith('\\')) last -= 1;
  return [
    `npm() { command npm "$@" || exit ${PREPARATION_FAILED}; }`,
    `trap 'exit ${PREPARATION_FAILED}' ERR`,
    ...commands.slice(0, last),
    'trap - ERR',
    ...commands.slice(last),
  ].join('\n');
}

function freshClone() {
  const clone = tempFolder('readme');
  const { stdout, status } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) fail('git ls-files failed: this check runs in a git checkout.');
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    cpSync(path.join(root, file), path.join(clone, file), { recursive: true });
  }
  return clone;
}

function fail(text) {
  console.error(`readme-check: FAILED: ${text}`);
  process.exit(1);
}
