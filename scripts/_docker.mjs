// The Dockerfile without an engine of Docker: its COPY and RUN lines in folders of this machine.
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { outputOf } from './_run.mjs';

/**
 * Does what the stages do, each in a folder of its own below `to`, and returns the folder of the last one. RUN lines run as an
 * unprivileged user where this one is root. Throws where one fails.
 */
export function buildByHand(checkout, to) {
  const stages = new Map();
  const user = unprivileged(to);
  let stage = '';
  let workdir = '/';
  for (const [word, rest] of instructionsOf(readFileSync(path.join(checkout, 'Dockerfile'), 'utf8'))) {
    const inside = (file) => path.join(stage, path.posix.resolve(workdir, file));
    if (word === 'FROM') {
      stage = path.join(to, String(stages.size));
      stages.set(rest.split(' AS ')[1] ?? '', stage);
      workdir = '/';
      mkdirSync(path.join(stage, 'usr/local/bin'), { recursive: true });
    } else if (word === 'WORKDIR') {
      workdir = rest;
      mkdirSync(inside('.'), { recursive: true });
    } else if (word === 'COPY') {
      const [, from, files] = /^(?:--from=(\S+) )?(.*)$/.exec(rest);
      const sources = files.split(' ');
      const target = sources.pop();
      for (const source of sources) {
        const into = target.endsWith('/') ? path.posix.join(target, path.posix.basename(source)) : target;
        cpSync(path.join(from === undefined ? checkout : stages.get(from), source), inside(into), {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
    } else if (word === 'RUN') {
      hand(stage, user);
      // Absolute places of the image are below the stage's folder.
      const command = rest.replace(/(?<=^|\s)\/(?=opt\/|usr\/)/g, `${stage}/`);
      outputOf('sh', ['-c', command], { cwd: inside('.'), timeout: 600_000, ...user });
    }
  }
  return stage;
}

function instructionsOf(text) {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  return lines.flatMap((line) => {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return word === undefined ? [] : [[word, rest]];
  });
}

/** As whom RUN lines run, with a home of its own: npm keeps its cache there. */
function unprivileged(to) {
  const home = path.join(to, 'home');
  mkdirSync(home, { recursive: true });
  chmodSync(to, 0o755);
  const env = { ...process.env, HOME: home, npm_config_cache: path.join(home, '.npm') };
  if (process.getuid?.() !== 0) return { env };
  const nobody = { uid: 65_534, gid: 65_534 };
  hand(home, nobody);
  return { env, ...nobody };
}

/** Gives a folder and all in it to a user. */
function hand(folder, { uid, gid }) {
  if (uid === undefined) return;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isSymbolicLink() && existsSync(file)) chownSync(file, uid, gid);
  }
}
