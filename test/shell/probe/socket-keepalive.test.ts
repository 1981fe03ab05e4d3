import { connect, createServer, type AddressInfo } from 'node:net';
import { keepaliveIn, socketKeepalive } from '../../../lib/shell/probe/socket-keepalive';

/** A line of `/proc/net/tcp`: 127.0.0.1:40000 to 127.0.0.1:5432, with that timer. */
const line = (timer: string, local = '9C40', remote = '1538'): string =>
  `   7: 0100007F:${local} 0100007F:${remote} 01 00000000:00000000 ${timer} 00000000  1000        0 123456 2 0000`;
const ports = { local: 40_000, remote: 5432 };
const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';

describe('keepaliveIn', () => {
  it.each<[string, readonly string[], object]>([
    ['no timer', [line('00:00000000')], { is: 'off' }],
    // 0x176C are 5996 ticks of 10 ms.
    ['the keepalive timer', [line('02:0000176C')], { is: 'on', next: 59.96 }],
    [
      'data on its way',
      [line('01:00000014')],
      { is: 'not-told', why: 'something was on its way each time it was looked at' },
    ],
    [
      'another socket',
      [line('00:00000000', '9C41')],
      { is: 'not-told', why: 'Linux does not show the socket in /proc/self/net' },
    ],
    [
      'two sockets',
      [line('00:00000000'), line('02:00000001')],
      { is: 'not-told', why: 'several sockets have the same ports' },
    ],
    ['nothing', [], { is: 'not-told', why: 'Linux does not show the socket in /proc/self/net' }],
  ])('reads %s', (_, lines, expected) => {
    expect(keepaliveIn([head, ...lines].join('\n'), ports)).toEqual(expected);
  });
});

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('socketKeepalive', () => {
  it.each<[boolean, 'on' | 'off']>([
    [true, 'on'],
    [false, 'off'],
  ])('of a real socket: keepalive %s is %s', async (isOn, expected) => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    if (isOn) socket.setKeepAlive(true, 60_000);
    await new Promise((resolve) => socket.once('connect', resolve));
    const told = await socketKeepalive({ ports: { local: socket.localPort!, remote: socket.remotePort! } });
    expect(told.is).toBe(expected);
    if (told.is === 'on') expect(Math.round(told.next / 10)).toBe(6);
    socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that a Unix socket has none', async () => {
    expect(await socketKeepalive({ ports: null })).toEqual({ is: 'not-told', why: 'it is a Unix socket' });
  });
});
