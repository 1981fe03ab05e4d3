import { kinds } from '../../lib/kinds';
import catalogServer from '../../lib/kinds/catalog-server';

describe('catalog-server', () => {
  it('stands on no path and runs no timer: what it shows belongs to the database that it was read from', () => {
    expect([catalogServer.hop, catalogServer.session, catalogServer.timers]).toEqual([undefined, undefined, []]);
  });

  it('leads to databases by links that it has', () => {
    const { shows = '', runs = '', roles = '' } = catalogServer.catalog ?? {};
    const databases = kinds.filter((kind) => kind.session !== undefined).map((kind) => kind.name);
    expect([...(catalogServer.links[runs]?.to ?? [])].sort()).toEqual([...databases].sort());
    // Roles are those of the cluster.
    expect(catalogServer.links[shows]?.to).not.toContain('cluster-instance');
    expect(kinds.filter((kind) => kind.links[roles]?.to.includes('catalog-server')).map((kind) => kind.name)).toEqual([
      'catalog-role',
    ]);
  });
});
