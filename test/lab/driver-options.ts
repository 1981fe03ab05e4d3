import type { Hop } from '../../lib/core/path';
import { numberOf, pairsOf } from './acts';
import type { Script } from './client/script';

/** The client's declared keepalive and startup options in the words of a driver. Throws for what the driver cannot say. */
export function driverOptions(driver: Script['driver'], client: Hop | null, tls: boolean): Script['options'] {
  const settings = client?.member.settings ?? {};
  const idle = numberOf(settings.keepalive_idle);
  const [interval, count] = [numberOf(settings.keepalive_interval), numberOf(settings.keepalive_count)];
  const userTimeout = numberOf(settings.tcp_user_timeout);
  const options = pairsOf(settings.startup_options)
    .map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`)
    .join(' ');
  const secured = !tls ? {} : driver === 'psql' ? { sslmode: 'require' } : { ssl: { rejectUnauthorized: false } as never };
  const sent = options === '' ? {} : driver === 'postgres' ? { connection: { options } as never } : { options };
  switch (driver) {
    case 'psql':
      return {
        ...secured,
        ...sent,
        ...(idle === null ? { keepalives: 0 } : { keepalives_idle: idle }),
        ...(interval === null ? {} : { keepalives_interval: interval }),
        ...(count === null ? {} : { keepalives_count: count }),
        ...(userTimeout === null ? {} : { tcp_user_timeout: userTimeout * 1000 }),
      };
    case 'pg':
    case 'postgres': {
      // Node gives no say in interval and count: libuv probes every second, ten times.
      if (idle !== null && (interval !== 1 || count !== 10)) throw new Error('Node probes every 1 s, 10 times');
      if (userTimeout !== null) throw new Error(`${driver} has no tcp_user_timeout`);
      if (driver === 'postgres') return { ...secured, ...sent, keep_alive: idle ?? 0 };
      return { ...secured, ...sent, ...(idle === null ? {} : { keepAlive: true, keepAliveInitialDelayMillis: idle * 1000 }) };
    }
  }
}
