// Runs the examples through the real CLIs of CDKTF, CDK Terrain and the AWS CDK, with the classes of the prebuilt providers,
// on the newest and on the oldest versions that are promised.
//   node scripts/synth-check.mjs [ARGUMENTS OF JEST]
// Needs a build and, the first time, the npm registry. What cannot be installed is named and left out; only a failure exits 1.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from './_pack.mjs';
import { installLibrary, installNode, installWorkspace, packLibrary, workspaces } from './_workspaces.mjs';

// CDK Terrain's command says that it needs Node 22.19 or newer; 24 is the one that it was tried on.
const NODE_FOR_CDKTN = 24;

const missing = [];
const say = (text) => console.log(`synth-check: ${text}`);

const tarball = packLibrary();
const library = attempt('the packed package', () => installLibrary(tarball));
if (library === null) report();
else process.exitCode = runTests(library);

function runTests(library) {
  const folders = Object.fromEntries(
    workspaces.map((name) => [name, attempt(`workspace ${name}`, () => installWorkspace(name, library))]),
  );
  const node24 = attempt(`Node ${NODE_FOR_CDKTN}`, () => installNode(NODE_FOR_CDKTN));
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const args = [jest, '--config', 'jest.synth.config.cjs', ...process.argv.slice(2)];
  const env = { ...process.env, HOLDFAST_SYNTH: JSON.stringify({ library, folders, node24 }) };
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  report();
  return status === 0 ? 0 : 1;
}

/** The result, or `null` where it cannot be had here. */
function attempt(what, install) {
  try {
    const made = install();
    say(`${what}: ready`);
    return made;
  } catch (error) {
    missing.push({ what, why: error.message });
    return null;
  }
}

function report() {
  for (const { what, why } of missing) say(`MISSING, SO NOT TRIED: ${what}\n${why.trim()}`);
}
