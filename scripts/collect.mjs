// Writes the lists that say what holdfast is made of: kinds, drivers, report formats, policies.
// A file in the folder is registered; there is nothing else to edit. The lists are git-ignored.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const lists = [
  { folder: 'lib/kinds', into: 'lib/kinds/index.ts', type: 'Kind', from: '../core/kind', name: 'kinds' },
  {
    folder: 'lib/kinds/drivers',
    into: 'lib/kinds/drivers/index.ts',
    type: 'DriverSpec',
    from: '../../core/driver',
    name: 'drivers',
  },
  {
    folder: 'lib/report/formats',
    into: 'lib/report/formats.ts',
    type: 'Format',
    from: '../core/format',
    name: 'formats',
  },
  {
    folder: 'policies',
    into: 'lib/shell/builtin-policies.ts',
    type: 'Policy',
    from: '../core/policy',
    name: 'builtinPolicies',
  },
];

for (const list of lists) {
  const source = render(list, membersOf(list));
  const target = path.join(root, list.into);
  if (existsSync(target) && readFileSync(target, 'utf8') === source) continue;
  mkdirSync(path.dirname(target), { recursive: true });
  // Renamed into place: a compiler or test that runs meanwhile never sees half a file.
  const draft = `${target}.${process.pid}.draft`;
  writeFileSync(draft, source);
  renameSync(draft, target);
}

function membersOf({ folder, into }) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('_'))
    .filter((file) => path.join(folder, file) !== path.normalize(into) && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

function render({ folder, into, type, from, name }, members) {
  const relative = path.posix.relative(path.posix.dirname(into), folder);
  const prefix = relative === '' ? '.' : relative.startsWith('.') ? relative : `./${relative}`;
  const entries = members.map((member) => ({ local: localName(member, type), module: `${prefix}/${member}` }));
  const head = `export const ${name}: readonly ${type}[] = `;
  const inline = `${head}[${entries.map((entry) => entry.local).join(', ')}];`;
  const lines = [
    '// Written by scripts/collect.mjs from the files in the folder. Do not edit.',
    `import type { ${type} } from '${from}';`,
    ...entries.map((entry) => `import ${entry.local} from '${entry.module}';`),
    '',
    ...(inline.length <= 120 ? [inline] : [`${head}[`, ...entries.map((entry) => `  ${entry.local},`), '];']),
  ];
  return `${lines.join('\n')}\n`;
}

/** `alb-idle-timeout` as a `Policy` is called `albIdleTimeoutPolicy`; the suffix keeps `function.ts` legal. */
function localName(member, type) {
  const camel = member.replace(/[^A-Za-z0-9]+(.)?/g, (_, next) => (next ?? '').toUpperCase());
  return `${/^[0-9]/.test(camel) ? '_' : ''}${camel}${type}`;
}
