import fc from 'fast-check';
import { memberOfAttribute, memberOfProperty, typescriptValue } from '../../lib/report/typescript';

describe('TypeScript', () => {
  it.each([
    ["it's\\", "'it\\'s\\\\'"],
    ['a\nb\u0000', "'a\\nb\\u0000'"],
    [310, '310'],
    [null, 'null'],
    [[1, 'a'], "[1, 'a']"],
    [{}, '{}'],
    [{ a: { 'b.c': true } }, "{ a: { 'b.c': true } }"],
  ])('%j is %s', (value, text) => {
    expect(typescriptValue(value)).toBe(text);
  });

  it('means the same when it is run', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string({ unit: 'binary' }), fc.integer())),
        (value) => {
          const made = new Function(`return ${typescriptValue(value)}`)() as object;
          expect(new Map(Object.entries(made))).toEqual(new Map(Object.entries(value)));
        },
      ),
    );
  });

  it.each([
    ['idle_timeout', 'idleTimeout'],
    ['name', 'name'],
    ['tcp_idle_timeout_seconds', 'tcpIdleTimeoutSeconds'],
  ])('calls the attribute %s %s', (attribute, member) => {
    expect(memberOfAttribute(attribute)).toBe(member);
  });

  it.each([
    ['Port', 'port'],
    ['IdleClientTimeout', 'idleClientTimeout'],
    ['DBParameterGroupName', 'dbParameterGroupName'],
    ['SourceDBInstanceIdentifier', 'sourceDbInstanceIdentifier'],
  ])('calls the property %s %s', (property, member) => {
    expect(memberOfProperty(property)).toBe(member);
  });
});
