// Judges what the inputs of the action name: annotations on standard output, the summary of the step, reports, outputs. Always
// exits 0 where the verdict is an output: the pull request is told of it before the step fails.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { env } = process;
const input = (name) => (env[`INPUT_${name}`] ?? '').trim();
const command = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'dist/bin/holdfast.js');
const folder = mkdtempSync(path.join(env.RUNNER_TEMP, 'holdfast-'));
const markdown = path.join(folder, 'holdfast.md');
const json = path.join(folder, 'holdfast.json');
const sarif = input('SARIF');
const tag = input('COMMENT_TAG') || 'default';

const code = check();
if (!existsSync(markdown)) writeFileSync(markdown, nothingJudged(code));
appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(markdown));
const {
  failed = '',
  unknown = '',
  passed = '',
  waived = '',
} = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')).summary : {};
output({
  'exit-code': code,
  failed,
  unknown,
  passed,
  waived,
  markdown,
  json: existsSync(json) ? json : '',
  sarif: sarif !== '' && existsSync(sarif) ? sarif : '',
});

/** The exit code of `holdfast check`, or 2 where it could not begin. */
function check() {
  // The tag is part of a comment of HTML.
  if (!/^[\w. -]{1,100}$/.test(tag))
    return cannot('comment-tag takes letters, digits, blanks, dots, hyphens and underscores, 100 at most');
  if (!['true', 'false'].includes(input('SOFT_FAIL'))) return cannot('soft-fail is true or false');
  const files = input('PLAN')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const plan = input('TERRAFORM_PLAN');
  if (plan !== '') {
    const shown = showPlan(plan);
    if (shown === null) return cannot(`terraform show -json ${path.basename(plan)} failed in ${path.dirname(plan)}`);
    files.push(`${plan.replaceAll('=', '-')}=${shown}`);
  }
  if (files.length === 0) return cannot('nothing to judge: set the input plan or terraform-plan');
  const options = [
    ...['--fail-on', input('FAIL_ON'), '--on-unknown', input('ON_UNKNOWN'), '--comment-tag', tag],
    ...(input('CONFIG') === '' ? [] : ['--config', input('CONFIG')]),
    ...(input('SOFT_FAIL') === 'true' ? ['--soft-fail'] : []),
    ...['-o', 'github', '-o', `markdown=${markdown}`, '-o', `json=${json}`],
    ...(sarif === '' ? [] : ['-o', `sarif=${sarif}`]),
  ];
  const { status, error } = run([command, 'check', ...options, '--', ...files], 'inherit');
  if (error) return cannot(error.message);
  return status ?? 2;
}

/** The plan as JSON, in a file that only this user reads: it holds the values of sensitive variables. `null`: there is none. */
function showPlan(plan) {
  const target = path.join(folder, 'plan.json');
  const file = openSync(target, 'wx', 0o600);
  const args = [`-chdir=${path.dirname(plan)}`, 'show', '-no-color', '-json', path.basename(plan)];
  const { status } = spawnSync('terraform', args, { stdio: ['ignore', file, 'inherit'] });
  closeSync(file);
  return status === 0 ? target : null;
}

function run(args, stdout) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', stdout, 'inherit'] });
}

function cannot(why) {
  const data = `holdfast: ${why}`.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  console.log(`::error title=Holdfast::${data}`);
  return 2;
}

/** What takes the place of a report, so that no earlier verdict stays on the pull request. */
function nothingJudged(exitCode) {
  const marker = `<!-- holdfast:${/^[\w. -]+$/.test(tag) ? tag : 'default'} -->`;
  return `${marker}\n\n### ⚠️ Holdfast: nothing was judged\n\nExit code ${exitCode}; the log of the step says why.\n`;
}

function output(values) {
  for (const [name, value] of Object.entries(values)) {
    const end = randomUUID();
    appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
}
