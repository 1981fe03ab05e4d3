import { setting } from '../small-plan';

describe('a known value', () => {
  it('carries where it is written', () => {
    expect(setting('idle_timeout', 'aws_lb.a', { after: { idle_timeout: 120 } })).toEqual({
      state: 'known',
      value: 120,
      from: [
        {
          level: 'own',
          subject: 'aws_lb.a',
          attribute: 'idle_timeout',
          text: '120',
          location: { document: 'plan.json', pointer: '/resource_changes/0/change/after/idle_timeout' },
        },
      ],
    });
  });

  it('is read from the first block that a path enters', () => {
    const after = { connection_pool_config: [{ connection_borrow_timeout: 60, init_query: '' }] };
    const one = setting('borrow', 'aws_db_proxy_default_target_group.t', { after });
    expect(one).toMatchObject({ state: 'known', value: 60 });
    expect(one?.state === 'known' && one.from[0]?.location?.pointer).toBe(
      '/resource_changes/0/change/after/connection_pool_config/0/connection_borrow_timeout',
    );
    expect(setting('init_query', 'aws_db_proxy_default_target_group.t', { after })).toBeUndefined();
  });

  it.each([[null], [undefined], ['']])('is unset where it is %p', (idle_timeout) => {
    expect(setting('idle_timeout', 'aws_lb.a', { after: { idle_timeout } })).toBeUndefined();
  });

  it('is known where masks show only empty containers', () => {
    const change = {
      after: { connection_pool_config: [{ connection_borrow_timeout: 60 }] },
      unknown: { connection_pool_config: [{}] },
      sensitive: { connection_pool_config: [{}] },
    };
    expect(setting('borrow', 'aws_db_proxy_default_target_group.t', change)).toMatchObject({
      state: 'known',
      value: 60,
    });
  });

  it('is shown in short where it is long', () => {
    const one = setting('name', 'postgresql_role.r', { after: { name: 'x'.repeat(1_000_000) } });
    expect(one?.state === 'known' && one.from[0]?.text?.length).toBe(203);
  });
});

describe('a sensitive value', () => {
  it('is not read, and says how to change that', () => {
    const one = setting('idle_timeout', 'aws_lb.a', {
      after: { idle_timeout: 45123 },
      sensitive: { idle_timeout: true },
    });
    expect(one).toMatchObject({
      state: 'unknown',
      why: '`idle_timeout` of `aws_lb.a` is marked sensitive, so it is not read',
    });
    expect(one?.state === 'unknown' && one.settles).toMatch(/nonsensitive\(\)/);
    expect(JSON.stringify(one)).not.toContain('45123');
  });
});
