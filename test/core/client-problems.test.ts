import type { PathEntry } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import type { Setting } from '../../lib/core/setting';
import { connection, hidden, holding, jdbc } from './_connection';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

function problemsOf(
  settings: Resource['settings'],
  entry: Partial<PathEntry>,
  facts: readonly Fact[] = [],
): readonly string[] {
  const own = [
    fact('service', 'api', { links: { task_definition: 'task' } }),
    fact('task-definition', 'task', { settings: settings ?? {} }),
    fact('instance', 'db'),
  ];
  return pathsThrough([...own, ...facts], [{ ...hop('client', 'api'), ...entry }, hop('database', 'db')]).problems;
}

const where = '`client: api` in the path of workload checkout: ';
const two = holding(connection('JDBC_URL', jdbc), connection('DATABASE_URL', { container: 'web' }));
const open: Setting = { state: 'unknown', why: 'known only after apply', settles: 'apply', from: [] };

describe('what is written beside a client', () => {
  it.each<[string, Resource['settings'], Partial<PathEntry>, readonly string[]]>([
    ['nothing', two, {}, []],
    ['a variable', two, { connection: 'JDBC_URL' }, []],
    ['a variable with its container', two, { connection: 'web/DATABASE_URL' }, []],
    [
      'a variable that is not there',
      two,
      { connection: 'DATABSE_URL' },
      [`${where}\`connection: DATABSE_URL\` names no connection string of api or task; did you mean \`DATABASE_URL\`?`],
    ],
    [
      'a variable like none',
      two,
      { connection: 'LOG_LEVEL' },
      [
        `${where}\`connection: LOG_LEVEL\` names no connection string of api or task; write one of JDBC_URL, DATABASE_URL`,
      ],
    ],
    [
      'a variable where there is none',
      holding(),
      { connection: 'X_URL' },
      [`${where}\`connection: X_URL\` names no connection string of api or task, which shows none`],
    ],
    // What no document shows may be there.
    ['a variable of a client that shows nothing', {}, { connection: 'X_URL' }, []],
    ['a variable among unknown ones', { connections: open }, { connection: 'X_URL' }, []],
    ['a variable from a secret', { ...holding(), secrets: { X_URL: 'arn' } }, { connection: 'X_URL' }, []],
    ['a driver', two, { driver: 'pgjdbc' }, []],
    [
      'a driver that there is not',
      two,
      { driver: 'pgjbdc' },
      [`${where}\`driver: pgjbdc\` names no driver that is known here; did you mean \`pgjdbc\`?`],
    ],
    [
      'a string in place of one in view',
      two,
      { declaredConnection: connection('connection') },
      [
        `${where}\`connection\` says what stands in JDBC_URL, DATABASE_URL of api, which is in view; name the variable that is meant, or remove the key`,
      ],
    ],
    [
      'a string in place of one that is not',
      holding(hidden('X_URL')),
      { declaredConnection: connection('connection') },
      [],
    ],
    ['a string of a client that shows none', {}, { declaredConnection: connection('connection') }, []],
  ])('%s', (_, settings, entry, expected) => {
    expect(problemsOf(settings, entry)).toEqual(expected);
  });

  it('are a driver and a string that do not fit', () => {
    const declared = connection('connection', { ...jdbc });
    expect(problemsOf({}, { declaredConnection: declared, driver: 'npgsql' })).toEqual([
      `${where}\`driver: npgsql\` does not read \`connection\`, which is one for pgjdbc; correct one of the two`,
    ]);
    const etl = inline('client', 'client', 'etl', { driver: 'npgsql', ...holding(declared) });
    expect(pathsThrough([fact('instance', 'db')], [etl, hop('database', 'db')]).problems).toEqual([
      '`client: etl` in the path of workload checkout: `driver: npgsql` does not read `connection`, which is one for pgjdbc; correct one of the two',
    ]);
  });

  it('takes the place of the string that is not in view', () => {
    const own = [fact('task-definition', 'api', { settings: holding(hidden('X_URL')) }), fact('instance', 'db')];
    const declaredConnection = connection('connection', { ...jdbc, parameters: { socketTimeout: '60' } });
    const [path] = pathsThrough(own, [{ ...hop('client', 'api'), declaredConnection }, hop('database', 'db')]).paths;
    expect(path?.client?.member.settings.read_timeout).toMatchObject({ state: 'known', value: 60 });
  });
});
