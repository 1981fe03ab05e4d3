import declaredDatabase from '../../lib/kinds/declared-database';
import instance from '../../lib/kinds/instance';
import { effective } from './resource';

describe('declared-database', () => {
  it.each([
    [{}, 'vanilla'],
    [{ engine: 'vanilla' }, 'vanilla'],
    [{ engine: 'rds' }, 'rds'],
    [{ engine: 'aurora' }, 'aurora'],
  ])('with %j is of flavour %s', (written, expected) => {
    const flavour = declaredDatabase.session?.flavour;
    expect(typeof flavour === 'function' ? flavour(effective(declaredDatabase, written)) : flavour).toBe(expected);
  });

  it('runs the timers of every database and takes its parameters from the configuration', () => {
    expect(declaredDatabase.timers).toEqual(instance.timers);
    expect(declaredDatabase.session?.groups).toEqual([]);
    expect(declaredDatabase.hop?.inline?.settings).toMatchObject({ setting: 'server_parameters', as: 'settings' });
    expect(declaredDatabase.hop?.inline?.version?.setting).toBe('engine_version');
  });
});
