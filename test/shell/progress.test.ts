import { progressOn, type Stage } from '../../lib/shell/progress';

const stage = (what: string, answered: number, more: Partial<Stage> = {}): Stage => ({
  what,
  answered,
  failed: 0,
  isDone: false,
  ...more,
});

/** What is written while these stages are told. */
function written(
  stages: readonly Stage[],
  {
    columns = null,
    env = {},
    quiet = false,
  }: { columns?: number | null; env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): string {
  let text = '';
  const progress = progressOn({ stderr: (one) => void (text += one), errorColumns: columns, env }, quiet);
  for (const one of stages) progress.tell(one);
  progress.end();
  return text;
}

/** What a terminal shows of it: each line is what remains after its last erasure. */
const shown = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.split('\r\u001b[2K').at(-1))
    .join('\n');

const some = [
  stage('rds of eu-west-1', 0),
  stage('elbv2 of eu-west-1', 1),
  stage('rds of eu-west-1', 3),
  stage('rds of eu-west-1', 4, { failed: 1, isDone: true }),
  stage('elbv2 of eu-west-1', 1, { isDone: true }),
];

describe('progress', () => {
  it('is a line per stage that is done where standard error is no terminal', () => {
    expect(written(some)).toBe(
      'holdfast: read rds of eu-west-1: 4 answers, 1 refused or lost\nholdfast: read elbv2 of eu-west-1: 1 answer\n',
    );
  });

  it('is one live line at a terminal, with the sum of all stages, and gone in the end', () => {
    const text = written(some, { columns: 80 });
    expect(text.split('\r\u001b[2K').slice(1)).toEqual([
      'holdfast: reading rds of eu-west-1: 0 answers',
      'holdfast: reading elbv2 of eu-west-1: 1 answer',
      'holdfast: reading rds of eu-west-1: 4 answers',
      'holdfast: reading elbv2 of eu-west-1: 5 answers, 1 refused or lost',
      'holdfast: read: 5 answers, 1 refused or lost',
      '',
    ]);
    expect(shown(text)).toBe('');
  });

  it('never fills the last column, which would break the line', () => {
    const lines = written([stage('rds of ap-southeast-2', 12)], { columns: 20 }).split('\r\u001b[2K');
    expect(lines[1]).toBe('holdfast: reading r');
  });

  it('writes nothing that is on the screen already', () => {
    const same = [stage('rds of eu-west-1', 1), stage('rds of eu-west-1', 1)];
    expect(written(same, { columns: 80 }).match(/reading/g)).toHaveLength(1);
  });

  it.each([
    ['CI', { CI: 'true' }],
    ['a terminal that cannot erase', { TERM: 'dumb' }],
  ])('is lines in %s, terminal or not', (_, env) => {
    expect(written(some, { columns: 80, env })).toBe(written(some));
  });

  it.each([['false'], ['0'], ['']])('takes CI=%p for none', (CI) => {
    expect(written(some, { columns: 80, env: { CI } })).toBe(written(some, { columns: 80 }));
  });

  it.each([[null], [80]])('is nothing where nothing is asked for (columns: %p)', (columns) => {
    expect(written(some, { columns, quiet: true })).toBe('');
  });

  it('spells out what a name could do to a terminal', () => {
    const done = [stage('catalog of \u001b[31mred', 1, { isDone: true })];
    expect(written(done)).toBe('holdfast: read catalog of \\u{1b}[31mred: 1 answer\n');
    expect(written([stage('catalog of \u001b[31mred', 1)], { columns: 80 })).not.toContain('\u001b[31m');
  });

  it('is silent where nothing was told', () => {
    expect(written([], { columns: 80 })).toBe('');
  });
});
