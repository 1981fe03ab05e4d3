import type { DriverSpec } from '../../core/driver';
import { off } from './_driver';

const dial = 'https://github.com/golang/go/blob/master/src/net/dial.go';
const inProgram = '`KeepAliveConfig` of the `net.Dialer` that the program gives to the driver';

/**
 * What Go's dialer does unasked, which Go's drivers rely on: it probes after 15 s of silence, every 15 s, 9 times. The numbers
 * were read from Go 1.26; before 1.23 the operating system's count applied, which on Linux is 9 too.
 */
export function goDefaults(source: string): DriverSpec['defaults'] {
  const ofDialer = (
    value: number | boolean,
    attribute: string,
    constant: string,
  ): DriverSpec['defaults']['keepalive_on'] => ({
    value,
    attribute: `${attribute} of net.Dialer`,
    cite: `${constant}, ${dial}; used as it is, ${source}`,
    inProgram,
  });
  const byContext = `only the deadline of a context ends a query, ${source}`;
  return {
    keepalive_on: ofDialer(true, 'KeepAlive', 'enabled by default'),
    keepalive_idle: ofDialer(15, 'KeepAlive', 'defaultTCPKeepAliveIdle = 15 * time.Second'),
    keepalive_interval: ofDialer(15, 'KeepAlive', 'defaultTCPKeepAliveInterval = 15 * time.Second'),
    keepalive_count: ofDialer(9, 'KeepAlive count', 'defaultTCPKeepAliveCount = 9'),
    tcp_user_timeout: off(
      'tcp_user_timeout',
      `no such key, and in a connection string the server's own parameter, ${source}`,
    ),
    read_timeout: off('read timeout', byContext),
    query_timeout: off('query timeout', byContext),
    command_timeout: off('command timeout', byContext),
  };
}
