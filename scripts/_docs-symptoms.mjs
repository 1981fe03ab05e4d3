// The part of a symptom's page that follows from the kinds: which timers end that way, and which policies judge them.
const start = '<!-- timers: written by scripts/docs.mjs -->';
const end = '<!-- timers end -->';

/** The page with the table of timers between its two marks. Throws where a page has no marks. */
export function withTimers(page, symptom, library) {
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/symptoms/${symptom}.md has no place for its timers: ${start} ${end}`);
  return [before, start, '\n\n', tableOf(rowsOf(symptom, library)), '\n\n', end, after].join('');
}

const resetBy = {
  'packet-idle': 'any packet, keepalive probes too',
  'data-idle': 'payload only',
  'between-queries': 'a query',
};

function rowsOf(symptom, { kinds, expiryOf, symptomsOf, builtinPolicies, ...library }) {
  const isSeen = (phase) => phase === 'query' || phase === 'pause';
  const all = kinds.flatMap((kind) => kind.timers.map((timer) => ({ kind, timer })));
  const found = new Map();
  for (const { kind, timer } of all) {
    // A declared resource stands for a real one, which is named where there is one.
    if (!isRead(kind) && all.some((other) => other.timer.name === timer.name && isRead(other.kind))) continue;
    const phases = timer.phases.filter(isSeen);
    if (phases.length === 0 || !symptomsOf[expiryOf(timer, kind)].includes(symptom)) continue;
    const judges = (policy) =>
      policy.per === 'timer' && policy.judges.some((one) => one.timer === timer.name && phases.includes(one.phase));
    const setting = 'parameter' in timer.value ? timer.value.parameter : timer.value.setting;
    const links = builtinPolicies.filter(judges).map(({ id }) => `[${id}](../policies/${id}.md)`);
    const row = [`\`${setting}\``, timeOf(kind, timer, library), resetBy[timer.class] ?? 'nothing', links.join(', ')];
    const titles = found.get(row.join())?.titles ?? new Set();
    found.set(row.join(), { row, titles: titles.add(kind.title) });
  }
  return [...found.values()].map(({ row, titles }) => [[...titles].join(', '), ...row]);
}

function isRead({ terraform, cloudformation, account }) {
  return (terraform ?? cloudformation ?? account) !== undefined;
}

/** When a timer runs out where nobody says so. */
function timeOf(kind, { value }, { formatDuration, known, table }) {
  const shown = (seconds) => (seconds === null ? 'off' : formatDuration(seconds));
  if ('parameter' in value) {
    const { vanilla, rds } = kind.session.parameters[value.parameter].defaults;
    const all = [...new Set([vanilla, rds].map((one) => shown(one.value)))];
    return `${all.join(', on RDS ')} unless set`;
  }
  const untouched = table(
    Object.entries(kind.settings).flatMap(([name, spec]) => {
      const otherwise = ofNothing(spec.fixed, table) ?? ofNothing(spec.default, table);
      return otherwise === null ? [] : [[name, known(otherwise.value, { level: 'default' })]];
    }),
  );
  const setting = 'compute' in value ? value.compute(untouched) : untouched[value.setting];
  if (setting?.state !== 'known') return 'as set';
  const isFixed = ofNothing(kind.settings[value.setting]?.fixed, table) !== null;
  return `${shown(setting.value)}${isFixed ? ', fixed' : ' unless set'}`;
}

/** What a kind says of a resource that nothing is written of. */
function ofNothing(rule, table) {
  return (typeof rule === 'function' ? rule(table()) : rule) ?? null;
}

function tableOf(rows) {
  const head = ['who', 'timer', 'runs out after', 'reset by', 'judged by'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
