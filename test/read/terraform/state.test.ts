import { fact, read } from '../small-plan';

const object = (address: string, values: object, more: object = {}): object => {
  const [type, name] = address
    .replace(/\[\d+\]$/, '')
    .split('.')
    .slice(-2);
  return {
    address,
    mode: address.includes('data.') ? 'data' : 'managed',
    type,
    name,
    values,
    sensitive_values: {},
    ...more,
  };
};

const state = {
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: {
    root_module: {
      resources: [
        object('aws_db_instance.d', { identifier: 'd', parameter_group_name: 'orders', engine: 'postgres' }),
        object('aws_db_instance.d', { identifier: 'old', parameter_group_name: 'orders' }, { deposed_key: 'abc' }),
        object('data.aws_lb.shared', { arn: 'arn:shared' }),
        object('data.aws_vpc.main', { id: 'vpc' }),
        object('postgresql_role.app', { name: 'app', statement_timeout: 5000 }),
      ],
      child_modules: [
        {
          address: 'module.pg["a.b"]',
          resources: [
            object(
              'module.pg["a.b"].aws_db_parameter_group.g[0]',
              { name: 'orders', parameter: [{ name: 'statement_timeout', value: '45123' }] },
              { index: 0, sensitive_values: { parameter: true } },
            ),
          ],
          child_modules: [
            {
              address: 'module.pg["a.b"].module.inner',
              resources: [object('module.pg["a.b"].module.inner.aws_lb.x', { idle_timeout: 0, name: '' })],
            },
          ],
        },
      ],
    },
  },
};

describe('a state', () => {
  const reading = read(state);

  it('has a fact for every managed object, and for the look-ups that a kind knows', () => {
    expect(reading.source).toBe('state');
    expect(reading.facts.map((one) => [one.subject, one.kind])).toEqual([
      ['aws_db_instance.d', 'database'],
      ['data.aws_lb.shared', 'alb'],
      ['postgresql_role.app', 'role'],
      ['module.pg["a.b"].aws_db_parameter_group.g[0]', 'group'],
      ['module.pg["a.b"].module.inner.aws_lb.x', 'alb'],
    ]);
  });

  it('is located where it is written', () => {
    expect(fact(reading, 'module.pg["a.b"].module.inner.aws_lb.x')).toMatchObject({
      names: ['module.pg["a.b"].module.inner.aws_lb.x'],
      location: { document: 'plan.json', pointer: '/values/root_module/child_modules/0/child_modules/0/resources/0' },
      settings: { idle_timeout: { state: 'known', value: 0 } },
    });
  });

  it('links by known names', () => {
    expect(fact(reading, 'aws_db_instance.d').links.group).toEqual([
      {
        state: 'linked',
        to: { id: 'plan.json#module.pg["a.b"].aws_db_parameter_group.g[0]' },
        sure: 'exact',
        attribute: 'parameter_group_name',
      },
    ]);
  });

  it('knows no provider: the only server in view is probable', () => {
    expect(fact(reading, 'postgresql_role.app')).toMatchObject({
      settings: { statement_timeout: { value: 5 } },
      links: { database: [{ state: 'linked', to: { id: 'plan.json#aws_db_instance.d' }, sure: 'probable' }] },
    });
  });

  it('keeps sensitive values to itself', () => {
    expect(fact(reading, 'module.pg["a.b"].aws_db_parameter_group.g[0]').settings.parameters).toMatchObject({
      value: [{ name: 'statement_timeout', value: null, state: 'sensitive' }],
    });
    expect(JSON.stringify(reading)).not.toContain('45123');
  });

  it('says that it is no plan, and no change', () => {
    expect(reading.notes).toEqual([
      expect.objectContaining({ level: 'info', why: expect.stringMatching(/^a state, not a plan/) as string }),
    ]);
    expect(reading.facts.filter((one) => one.change)).toEqual([]);
  });
});
