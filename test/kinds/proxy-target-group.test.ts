import targetGroup from '../../lib/kinds/proxy-target-group';
import { effective, shown } from './resource';

describe('proxy-target-group', () => {
  it.each([
    ['connection_borrow_timeout', 120, { min: 0, max: 300 }],
    ['max_connections_percent', 100, { min: 1, max: 100 }],
    ['max_idle_connections_percent', 50, { min: 0, max: 100 }],
  ])('%s is %s by default', (name, expected, range) => {
    expect(shown(effective(targetGroup)[name])).toBe(expected);
    expect(targetGroup.settings[name]).toMatchObject({ terraform: `connection_pool_config.${name}`, range });
  });

  it('has no init query and no pinning filters by default', () => {
    const settings = effective(targetGroup);
    expect([shown(settings.init_query), shown(settings.session_pinning_filters)]).toEqual(['absent', 'absent']);
    expect(targetGroup.settings.session_pinning_filters?.as).toBe('list');
  });

  it('belongs to a proxy and runs no timer: borrowing bounds the wait for a connection only', () => {
    expect(targetGroup.links.proxy).toMatchObject({ terraform: 'db_proxy_name', to: ['proxy'], by: ['name', 'id'] });
    expect(targetGroup.timers).toEqual([]);
  });
});
