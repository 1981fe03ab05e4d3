import { id, inStacks, load, present, to, value } from './_stacks';
import { fact } from './small-plan';

inStacks('every kind of unknown (skipped without ../shared)', () => {
  const reading = present ? load('unknown-parameters-and-references.json') : undefined;
  const group = (name: string): unknown => value(fact(reading!, `aws_db_parameter_group.${name}`), 'parameters');
  const row = (name: string | null, text: string | null, state: string, applyMethod = 'immediate'): object => ({
    name,
    value: text,
    state,
    applyMethod,
  });
  const link = (address: string): readonly unknown[] => to(fact(reading!, address).links.parameter_group);

  it('reads each group as far as it is known', () => {
    expect(group('one_unknown')).toEqual([
      row('statement_timeout', null, 'unknown'),
      row('tcp_keepalives_idle', '60', 'known'),
    ]);
    expect(group('all_unknown')).toBe('unknown');
    expect(group('name_unknown')).toEqual([row(null, '1', 'known')]);
    expect(group('sensitive')).toEqual([row('statement_timeout', null, 'sensitive')]);
    expect(group('dup')).toEqual([
      row('statement_timeout', '1000', 'known'),
      row('statement_timeout', '2000', 'known', 'pending-reboot'),
    ]);
  });

  it('never shows a sensitive value', () => {
    expect(JSON.stringify(reading)).not.toContain('45000');
  });

  it('says which timeouts are not known, and why', () => {
    expect(fact(reading!, 'aws_lb.unknown_timeout').settings.idle_timeout).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/comes from `random_id\.x\.dec`/) as string,
    });
    expect(fact(reading!, 'aws_lb.sensitive_timeout').settings.idle_timeout).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/marked sensitive/) as string,
    });
  });

  it('follows each reference as far as it goes', () => {
    expect(link('aws_db_instance.by_literal')).toEqual([['exact', id('aws_db_parameter_group.one_unknown')]]);
    expect(link('module.m["c"].aws_db_instance.this')).toEqual([['exact', 'default.postgres16']]);
    expect(fact(reading!, 'aws_db_instance.by_ternary').links.parameter_group).toEqual([
      expect.objectContaining({
        state: 'one-of',
        to: ['sensitive', 'dup'].map((name) => ({ id: id(`aws_db_parameter_group.${name}`) })),
      }),
    ]);
    // One list of references stands for the whole map, and one of its values is a local: neither key may be guessed.
    expect(link('module.m["a"].aws_db_instance.this')).toEqual(['unknown']);
    expect(link('module.m["b"].aws_db_instance.this')).toEqual(['unknown']);
    for (const key of ['a', 'b', 'c']) {
      expect(link(`module.m["${key}"].aws_db_instance.fe["x"]`)).toEqual([
        ['probable', id('aws_db_parameter_group.sensitive')],
      ]);
    }
  });
});
