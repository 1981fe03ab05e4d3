import type { GroupParameter } from '../../../lib/core/parameter';
import type { Json } from '../../../lib/core/setting';
import { collection, factsIn, read, region } from './_document';

type Said = readonly (readonly [name: string | null, value: string | null | readonly (string | null)[]])[];

function rows(type: 'rds:pg' | 'rds:cluster-pg', family: string, Parameters: readonly Json[]): Said {
  const name = type === 'rds:pg' ? 'DBParameterGroupName' : 'DBClusterParameterGroupName';
  const [fact] = factsIn([type, { [name]: 'orders', DBParameterGroupFamily: family, Parameters }]).values();
  const parameters = fact?.settings.parameters;
  if (parameters?.state !== 'known') throw new Error('not known');
  return (parameters.value as unknown as readonly GroupParameter[]).map((row) => [
    row.name,
    row.state === 'one-of' ? (row.candidates ?? []) : row.value,
  ]);
}

const row = (ParameterName: string, ParameterValue: string | null, Source: string | null): Json => ({
  ParameterName,
  ...(ParameterValue === null ? {} : { ParameterValue }),
  ...(Source === null ? {} : { Source }),
  ApplyMethod: Source === 'engine-default' ? 'pending-reboot' : 'immediate',
});

describe('a row of a parameter group in an account', () => {
  it.each<readonly [string, string, Json, Said]>([
    ['set by a user', 'postgres16', row('statement_timeout', '30000', 'user'), [['statement_timeout', '30000']]],
    // It wins over the cluster's even so (facts: postgres-rds 2.3).
    ['set by a user to the default', 'postgres16', row('statement_timeout', '0', 'user'), [['statement_timeout', '0']]],
    // Emulators answer with what was set, and say no source.
    ['without a source', 'postgres16', row('statement_timeout', '30000', null), [['statement_timeout', '30000']]],
    ['of the engine, without a value', 'postgres16', row('statement_timeout', null, 'engine-default'), []],
    ['of the engine, with the documented value', 'postgres16', row('tcp_keepalives_idle', '300', 'engine-default'), []],
    ['of the system, with it', 'postgres16', row('tcp_keepalives_idle', '300', 'system'), []],
    [
      'of Aurora, whose default is another one',
      'aurora-postgresql16',
      row('idle_in_transaction_session_timeout', '86400000', 'engine-default'),
      [],
    ],
    [
      'of RDS, with the default of Aurora',
      'postgres16',
      row('idle_in_transaction_session_timeout', '86400000', 'engine-default'),
      [['idle_in_transaction_session_timeout', ['86400000', null]]],
    ],
    [
      'of a family that is not told, with the default of either',
      'something-else',
      row('idle_in_transaction_session_timeout', '86400000', 'engine-default'),
      [],
    ],
    [
      'of the system, with another value than documented',
      'postgres18',
      row('statement_timeout', '3600000', 'system'),
      [['statement_timeout', ['3600000', null]]],
    ],
    [
      'of what is not judged',
      'postgres16',
      row('max_connections', 'LEAST({DBInstanceClassMemory/9531392},5000)', 'system'),
      [],
    ],
  ])('%s', (_, family, written, expected) => {
    expect(rows('rds:pg', family, [written])).toEqual(expected);
    expect(rows('rds:cluster-pg', family, [written])).toEqual(expected);
  });

  it('says why another default may hold or not', () => {
    const [fact] = factsIn([
      'rds:pg',
      {
        DBParameterGroupName: 'orders',
        DBParameterGroupFamily: 'postgres18',
        Parameters: [row('statement_timeout', '3600000', 'system')],
      },
    ]).values();
    expect(fact?.settings.parameters).toMatchObject({
      value: [
        {
          why: 'is 3600000 as its default in the account, where another default is documented',
          settles: 'read what runs from the catalog, with `--postgres`',
        },
      ],
    });
  });
});

describe('a group whose rows nobody asked for', () => {
  it('is unknown', () => {
    const [fact] = read(collection([region([['rds:pg', { DBParameterGroupName: 'orders' }]])])).facts;
    expect(fact?.settings.parameters).toMatchObject({ state: 'unknown' });
  });
});

describe('a group that nobody can change', () => {
  const group = (Parameters?: readonly Json[]): readonly (string | undefined)[] => {
    const answer = { DBParameterGroupName: 'default.postgres18', DBParameterGroupFamily: 'postgres18' };
    const rowsOf = Parameters === undefined ? {} : { Parameters };
    return read(
      collection([
        region([
          ['rds:pg', { ...answer, ...rowsOf }],
          ['ec2:natgateway', {}],
        ]),
      ]),
    ).facts.map((fact) => fact.kind);
  };

  it.each<readonly [string, readonly Json[] | undefined]>([
    ['without rows', undefined],
    ['without a row', []],
    [
      'with rows that say what is documented',
      [row('statement_timeout', null, 'engine-default'), row('tcp_keepalives_idle', '300', 'system')],
    ],
  ])('%s is known by its name alone, as other documents have it', (_, rowsOf) => {
    expect(group(rowsOf)).toEqual(['nat']);
  });

  it.each<readonly [string, Json]>([
    ['another default', row('statement_timeout', '3600000', 'system')],
    ['what nobody can have set', row('statement_timeout', '3600000', 'user')],
    ['something else than rows', 7],
  ])('is there where it says %s', (_, one) => {
    expect(group([one])).toEqual(['parameter-group', 'nat']);
  });
});
