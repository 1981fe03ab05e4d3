// Plants faults in copies of the model, one at a time, and demands that the lab sees each of them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './_pack.mjs';

/** What is wrong, the one place to change, and the scenarios of which one has to differ then. */
const faults = [
  {
    name: 'keepalive counts across a proxy',
    file: 'lib/core/timeline.ts',
    text: 'const probes = probesOf(leg, session);',
    becomes: 'const probes = path.legs.flatMap((one) => probesOf(one, session));',
    scenarios: ["PgBouncer in between, the server's keepalive", "behind PgBouncer, the client's keepalive"],
  },
  {
    name: 'probes reset a data-idle timer',
    file: 'lib/core/judge.ts',
    text: "const kept = timer.class === 'packet-idle' ? short.map",
    becomes: "const kept = timer.class === 'packet-idle' || timer.class === 'data-idle' ? short.map",
    scenarios: ['a TCP load balancer, probes at both ends', 'a TCP load balancer closes idle connections'],
  },
  {
    name: 'equality passes',
    file: 'lib/core/judge.ts',
    text: 'limit >= demand.withHeadroom : limit > demand.withHeadroom',
    becomes: 'limit >= demand.withHeadroom : limit >= demand.withHeadroom',
    scenarios: ['statement_timeout equals the promise'],
  },
  {
    name: 'what is set for the database beats what is set for the role',
    file: 'lib/core/setting.ts',
    text: "  'database',\n  'role',\n",
    becomes: "  'role',\n  'database',\n",
    scenarios: ["statement_timeout of the role beats the database's"],
  },
  {
    name: 'probes come every idle time, however long the interval is',
    file: 'lib/core/keepalive.ts',
    text: 'value: Math.max(idle.value, interval.value)',
    becomes: 'value: idle.value',
    scenarios: ['server keepalive 2/6, dropped', 'server keepalive 1/8'],
  },
];

/** Tries each fault in a copy of its own below `folder`. Resolves to the exit code: 1 where one was not seen. */
export function plantFaults(folder) {
  let unseen = 0;
  for (const fault of faults) {
    const copy = path.join(folder, 'planted');
    rmSync(copy, { recursive: true, force: true });
    try {
      plant(fault, copy);
      const seen = differing(fault, copy);
      console.log(`${seen.length > 0 ? 'seen' : 'NOT SEEN'}: ${fault.name}`);
      for (const { scenario, differs } of seen) console.log(`    ${scenario.name}: ${differs.join('; ')}`);
      if (seen.length === 0) unseen += 1;
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  console.log(`\n${faults.length} faults planted, ${faults.length - unseen} seen`);
  return unseen === 0 ? 0 : 1;
}

/** A copy of what the lab is built of, with the fault in it. Throws where its text is not there exactly once. */
function plant({ name, file, text, becomes }, copy) {
  mkdirSync(copy, { recursive: true });
  for (const part of ['lib', 'policies', 'scripts', 'test/lab', 'test/postgres', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const whole = readFileSync(path.join(copy, file), 'utf8').split(text);
  if (whole.length !== 2) throw new Error(`${name}: its text is ${whole.length - 1} times in ${file}`);
  writeFileSync(path.join(copy, file), whole.join(becomes));
}

/** The results that differ. Throws where a scenario could not be run. */
function differing({ name, scenarios }, copy) {
  const results = path.join(copy, 'results.json');
  const lab = ['scripts/lab.mjs', '--json', results, ...scenarios];
  const { stderr, stdout } = spawnSync(process.execPath, lab, { cwd: copy, encoding: 'utf8' });
  try {
    const all = JSON.parse(readFileSync(results, 'utf8')).scenarios;
    const broken = all.find(({ ran }) => ran === null);
    if (broken !== undefined) throw new Error(broken.differs.join('; '));
    return all.filter(({ differs }) => differs.length > 0);
  } catch (error) {
    throw new Error(`${name}: ${error.message}\n${stdout}${stderr}`, { cause: error });
  }
}
