import { drivers } from '../../lib/kinds/drivers';
import { effective } from '../kinds/drivers/_effective';
import { connected } from './_program';
import { describeSockets, socketsOf, systemKeepalive, type SocketOptions } from './_sockets';

/** A driver under test: its table, the connection string for a query, the program that connects with it, and where to. */
export type Subject = {
  readonly driver: string;
  readonly text: (query: string) => string;
  readonly command: (text: string) => readonly string[];
  readonly port: () => number;
};

/** The socket of the program has these options (`system`: with the machine's own times), and the table says the same. */
export function socketIs(
  subject: Subject,
  cases: readonly (readonly [query: string, expected: Partial<SocketOptions> | 'system'])[],
): void {
  describeSockets(`${subject.driver}: the options of its socket`, () => {
    it.each(cases)('"%s": %j', async (query, expected) => {
      const text = subject.text(query);
      const options = expected === 'system' ? { on: true, ...systemKeepalive() } : expected;
      await connected(subject.command(text), ({ pid }) => {
        expect(socketsOf(pid, subject.port())).toEqual([expect.objectContaining(options)]);
      });
      expect(effective(subject.driver, text)).toMatchObject(
        expected === 'system' ? { keepalive_on: true } : inOurWords(expected),
      );
    });
  });
}

/** The session has this statement_timeout, and the table says that it is sent, or that nothing is. */
export function statementTimeoutIs(
  subject: Subject,
  cases: readonly (readonly [query: string, said: string, sent: string | undefined])[],
): void {
  it.each(cases)(`${subject.driver}: "%s" makes statement_timeout %s`, async (query, said, sent) => {
    const text = subject.text(query);
    expect(await connected(subject.command(text), (program) => program.said)).toBe(said);
    expect(effective(subject.driver, text).sends['statement_timeout']).toBe(sent);
  });
}

/** The program does not get a connection, and the table says that the driver or the server refuses what it does not know. */
export function isRefused(subject: Subject, cases: readonly (readonly [query: string, complaint: RegExp])[]): void {
  it.each(cases)(`${subject.driver}: "%s" is refused with %s`, async (query, complaint) => {
    await expect(connected(subject.command(subject.text(query)), () => 'connected')).rejects.toThrow(complaint);
    expect(drivers.find(({ name }) => name === subject.driver)?.others.become).not.toBe('ignored');
  });
}

function inOurWords({ on, idle, interval, count, userTimeout }: Partial<SocketOptions>): Record<string, unknown> {
  return {
    ...(on === undefined ? {} : { keepalive_on: on }),
    ...(idle === undefined ? {} : { keepalive_idle: idle }),
    ...(interval === undefined ? {} : { keepalive_interval: interval }),
    ...(count === undefined ? {} : { keepalive_count: count }),
    ...(userTimeout === undefined ? {} : { tcp_user_timeout: userTimeout / 1000 }),
  };
}
