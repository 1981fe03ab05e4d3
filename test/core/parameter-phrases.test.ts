import {
  alterRole,
  inOwnUnit,
  parametersIn,
  parametersOf,
  rangeText,
  writtenValue,
} from '../../lib/core/parameter-phrases';
import { buildGraph } from '../../lib/core/build-graph';
import { table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';

const known = kinds.find(({ name }) => name === 'instance')?.session?.parameters ?? table();
const statement = known.statement_timeout!;
const idle = known.tcp_keepalives_idle!;

describe('parameters in words', () => {
  it('have a range in their unit', () => {
    expect(rangeText(statement)).toBe('an integer from 0 to 2147483647 in ms');
  });

  it.each([
    ['30min', statement, '1800000'],
    ['1h', idle, '3600'],
    ['30', statement, null],
    ['soon', statement, null],
  ])('%s in their own unit is %s', (text, spec, value) => {
    expect(inOwnUnit(text, spec, 16)).toBe(value);
  });

  it('are written or not set', () => {
    expect([writtenValue('30s'), writtenValue(undefined)]).toEqual(['`30s`', 'not set']);
  });

  it('are set on a role or taken away, however it is called', () => {
    expect(alterRole('app', 'statement_timeout', '30s')).toBe(`ALTER ROLE "app" SET statement_timeout = '30s'`);
    expect(alterRole('a"b', 'lock_timeout', undefined)).toBe('ALTER ROLE "a""b" RESET lock_timeout');
  });

  it('are known where a database is in view', () => {
    const declared = { roles: table<never>(), parameterGroups: table<never>() };
    const configuration = { workloads: [], policies: [], declared, waivers: [], scope: null };
    expect(parametersIn(buildGraph([], configuration, kinds))).toEqual({});
    expect(parametersOf(undefined)).toEqual({});
  });
});
