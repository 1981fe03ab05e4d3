import latticeService from '../../lib/kinds/lattice-service';
import { fires, timer } from './resource';

describe('lattice-service', () => {
  it('closes a connection without data after 60 s, or as it says', () => {
    expect(fires(latticeService, 'lattice-service.idle_timeout')).toBe(60);
    expect(fires(latticeService, 'lattice-service.idle_timeout', { idle_timeout: 600 })).toBe(600);
    expect(latticeService.settings.idle_timeout?.range).toMatchObject({ min: 60, max: 600 });
    expect(timer(latticeService, 'lattice-service.idle_timeout').class).toBe('data-idle');
  });

  it('closes any connection at 10 min, always', () => {
    expect(fires(latticeService, 'lattice-service.connection_duration')).toBe(600);
    expect(fires(latticeService, 'lattice-service.connection_duration', { connection_duration: 1200 })).toBe(600);
    expect(timer(latticeService, 'lattice-service.connection_duration')).toMatchObject({
      class: 'life-cap',
      bounds: 'connection-age',
    });
  });
});
