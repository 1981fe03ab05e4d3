import { groupParameter, interpret } from '../../lib/core/interpret';
import type { PlainReads } from '../../lib/core/kind';
import type { Json, Step } from '../../lib/core/setting';

const step: Step = { level: 'own', subject: 'aws_lb.public', attribute: 'idle_timeout', text: null };
const spec = (as: PlainReads): { readonly as: PlainReads } => ({ as });

describe('interpret', () => {
  const cases: readonly (readonly [PlainReads, Json, Json])[] = [
    ['seconds', 300, 300],
    ['seconds', '300', 300],
    ['seconds', ' 300 ', 300],
    ['seconds', 0, 0],
    ['seconds', '-1', -1],
    ['seconds', null, null],
    ['milliseconds', 30000, 30],
    ['milliseconds', '1500', 1.5],
    ['milliseconds', null, null],
    ['number', '5432', 5432],
    ['number', 5432, 5432],
    ['text', 'postgres', 'postgres'],
    ['text', 5000, '5000'],
    ['text', true, 'true'],
    ['boolean', true, true],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', false, false],
    ['list', ['a', 'b'], ['a', 'b']],
    ['list', 'a', ['a']],
    ['list', [], []],
  ];
  it.each(cases)('reads %s from %j as %j', (as, raw, value) => {
    expect(interpret(spec(as), raw, step)).toEqual({ state: 'known', value, from: [step] });
  });

  const refused: readonly (readonly [PlainReads, Json, string])[] = [
    ['seconds', 'soon', '`soon`, which is not a number of seconds'],
    ['seconds', '', '``, which is not a number of seconds'],
    ['seconds', '0x10', '`0x10`, which is not a number of seconds'],
    ['seconds', true, '`true`, which is not a number of seconds'],
    ['milliseconds', '30s', '`30s`, which is not a number of milliseconds'],
    ['number', [], 'a list, which is not a number'],
    ['text', {}, 'an object, which is not text'],
    ['boolean', 'yes', '`yes`, which is not `true` or `false`'],
    ['boolean', null, '`null`, which is not `true` or `false`'],
    ['list', {}, 'an object, which is not a list'],
    ['parameters', 'x', '`x`, which is not a list of parameters with name and value'],
  ];
  it.each(refused)('does not read %s from %j', (as, raw, why) => {
    const setting = interpret(spec(as), raw, step);
    expect(setting).toMatchObject({
      state: 'unknown',
      why: `\`idle_timeout\` of \`aws_lb.public\` is ${why}`,
      from: [step],
    });
    expect(setting.state === 'unknown' && setting.settles).toMatch(/^write .+ as `idle_timeout` of `aws_lb\.public`$/);
  });

  it('shows no more than the beginning of a long value', () => {
    const setting = interpret(spec('seconds'), 'x'.repeat(1_000_000), step);
    expect(setting.state === 'unknown' && setting.why.length).toBeLessThan(200);
  });

  it('reads a parameter group: names in lower case, values as text, both of two rows of one name', () => {
    const raw: Json = [
      { name: 'statement_timeout', value: '1000', apply_method: 'immediate' },
      { name: 'Statement_Timeout', value: 2000, apply_method: 'pending-reboot' },
      { value: '1' },
      'nonsense',
    ];
    expect(interpret(spec('parameters'), raw, step)).toMatchObject({
      state: 'known',
      value: [
        { name: 'statement_timeout', value: '1000', state: 'known', applyMethod: 'immediate' },
        { name: 'statement_timeout', value: '2000', state: 'known', applyMethod: 'pending-reboot' },
        { name: null, value: '1', state: 'known', applyMethod: null },
        { name: null, value: null, state: 'unknown', applyMethod: null },
      ],
    });
  });
});

describe('groupParameter', () => {
  it('does not take a value that is no scalar', () => {
    expect(groupParameter('port', {}, null)).toEqual({
      name: 'port',
      value: null,
      state: 'unknown',
      applyMethod: null,
    });
  });
});
