// Writes what of docs/ follows from the sources: the pages of policies, the reference of the configuration, the formats, and
// the tables of timers in the pages of symptoms.
//   node scripts/docs.mjs           writes
//   node scripts/docs.mjs --check   says what is not as it would be written, and exits 1
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { configurationReference } from './_docs-configuration.mjs';
import { library, root } from './_docs-library.mjs';
import { withTimers } from './_docs-symptoms.mjs';

const written = 'Written by `npm run docs`; do not edit.';
const lib = await library();
const { builtinPolicies: policies, kinds, formats } = lib;

/** What an estate of several hops needs, in one file. */
const exampleOfPaths = `## An example

\`\`\`yaml
version: 1
defaults:
  headroom: 10s
workloads:
  - name: nightly-etl
    roles: [etl_*]
    maxQueryDuration: 4h
    path:
      - client: { name: airflow, keepalive: { idle: 60s, interval: 10s, count: 6 } }
      - firewall: { name: datacentre edge, idleTimeout: 5m }
      - nlb: module.warehouse # a module: the hops of that kind inside it
        port: 5432
      - database: { tag: { service: warehouse } }
        endpoint: reader
waivers:
  - policy: alb-idle-timeout-outlasts-query
    resource: aws_lb.legacy
    reason: retired with the 2027 migration
    owner: payments
    until: 2027-01-31
\`\`\``;

const pages = new Map();
for (const policy of policies) {
  const says = lib.saidOf(policy, policies);
  pages.set(`policies/${policy.id}.md`, lib.policyMarkdown(policy, { kinds, policies, says }));
}
pages.set('policies/README.md', policyIndex());
pages.set('configuration.md', configuration());
pages.set('formats.md', formatIndex());
for (const symptom of Object.keys(lib.symptoms)) {
  const page = `symptoms/${symptom}.md`;
  pages.set(page, withTimers(read(page) ?? '', symptom, lib));
}

const stale = [];
for (const [page, text] of pages) {
  const target = path.join(root, 'docs', page);
  const options = await prettier.resolveConfig(target);
  const laidOut = await prettier.format(text, { ...options, filepath: target });
  if (read(page) !== laidOut) stale.push({ page, write: () => write(target, laidOut) });
}
for (const page of readdirSync(path.join(root, 'docs/policies')).map((file) => `policies/${file}`))
  if (!pages.has(page)) stale.push({ page, write: () => rmSync(path.join(root, 'docs', page)) });

if (!process.argv.includes('--check')) for (const { write } of stale) write();
else if (stale.length > 0) {
  console.error(
    `not as the sources say (npm run docs writes them):\n${stale.map(({ page }) => `  docs/${page}`).join('\n')}`,
  );
  process.exitCode = 1;
}

function read(page) {
  const file = path.join(root, 'docs', page);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function write(target, text) {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function policyIndex() {
  const rows = policies.map(
    ({ id, severity, title }) => `| [${id}](${id}.md) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  );
  return `# Policies

<!-- ${written} -->

\`holdfast list\` names them, \`holdfast explain POLICY\` shows the page of one. The severity is what counts where
\`policies\` in [holdfast.yaml](../configuration.md) says nothing: an \`error\` cuts the promised query or silently kills its
connection.

| policy | severity | what holds |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function formatIndex() {
  const rows = formats.map(({ name, title }) => `| \`${name}\` | ${title} |`);
  return `# Reports

<!-- ${written} -->

\`-o FORMAT\` prints a report, \`-o FORMAT=FILE\` writes it into a file; several may be asked for at once:
\`holdfast check -o text -o sarif=holdfast.sarif plan.json\`. The JSON report has a [schema](../schema/report.schema.json).

| format | what it is |
| --- | --- |
${rows.join('\n')}

- \`html\` is every path with its hops and timers drawn, findings with fixes to copy, coverage. It fetches nothing and needs no
  script. \`--verbose\` and \`holdfast timeline\` draw the same in characters.
- In GitHub Actions: \`-o github -o markdown="$GITHUB_STEP_SUMMARY"\` for annotations and the summary. The first line of
  \`markdown\` is a hidden marker (\`--comment-tag\` tells several apart), so that a bot can update its own pull-request comment.
- In GitLab: \`-o text -o junit=holdfast.xml -o gitlab=codequality.json\`.
- With \`--repo-root .\`, findings name the line of the \`.tf\` file (\`modules/db/main.tf:12:3\`) instead of a place in the plan.
`;
}

function configuration() {
  const schema = lib.configurationSchema(kinds, []);
  return `# The configuration

<!-- ${written} -->

\`holdfast.yaml\` (also \`.yml\`, \`.json\`) is found from the working directory upwards; \`--config FILE\` names another one.
\`holdfast init plan.json\` writes a first one, \`holdfast validate\` prints what it means.

- A duration has a unit: \`250ms\`, \`30s\`, \`5m\` or \`5min\`, \`4h\`, \`1h30m\`, or ISO 8601 (\`PT5M\`). A bare number is refused;
  0 needs no unit.
- A promise that is not written is not judged, and the report says so.
- A resource is named as any source knows it: Terraform address, construct path, logical id, identifier or ARN. \`*\` and
  \`**\` are the only wildcards.

## In an editor

\`holdfast init\` writes a first line that editors with the YAML language server read (VS Code: the extension YAML of Red
Hat): they complete keys and policies, show what is written below, and underline what is wrong.

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/holdfast/schema/configuration.schema.json
version: 1
\`\`\`

The path is that of the package as it is installed beside the file or above it, so it fits the version in use, and needs no
network.

In a shell, \`source <(holdfast completion bash)\` (or \`zsh\`; \`holdfast completion fish | source\`) completes the command.

${exampleOfPaths}

${configurationReference(schema, lib)}`;
}
