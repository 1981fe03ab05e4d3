import { defaultSuspects, sessionSuspects } from '../../lib/core/probe-suspects';
import { table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';

const connection = defaultSuspects(kinds).filter(({ layer, phase }) => layer === 'connection' && phase === 'query');
const timesOf = (timer: string, all = connection): readonly (number | null)[] => [
  ...new Set(all.filter((one) => one.timer === timer).flatMap(({ fires }) => fires.map(({ to }) => to))),
];

describe('defaultSuspects', () => {
  // The numbers of AWS, as the facts have them: they come from the tables of the kinds.
  it.each([
    ['nat.idle_timeout', 350],
    ['endpoint.idle_timeout', 350],
    ['firewall.tcp_idle_timeout', 350],
    ['listener.tcp_idle_timeout', 350],
    ['clb.idle_timeout', 60],
    ['accelerator.idle_timeout', 340],
  ])('has %s: %d s', (timer, seconds) => {
    expect(timesOf(timer)).toEqual([seconds]);
  });

  it('has the idle timeout of an Application Load Balancer above the client alone', () => {
    expect(timesOf('alb.idle_timeout')).toEqual([]);
    const request = defaultSuspects(kinds).filter(({ layer }) => layer === 'request');
    expect(timesOf('alb.idle_timeout', request)).toEqual([60]);
  });

  it('names what AWS calls it, and not what a configuration may declare of it', () => {
    expect(connection.find(({ timer }) => timer === 'nat.idle_timeout')?.resource).toBe('NAT gateway');
    expect(
      connection.every(({ origin, effect, isOnOwnLeg }) => origin === 'default' && effect === null && isOnOwnLeg),
    ).toBe(true);
  });

  it('leaves out what is off, drains and ages', () => {
    expect(timesOf('pooler.query_timeout')).toEqual([]);
    expect(timesOf('proxy.connection_lifetime')).toEqual([]);
    expect(defaultSuspects(kinds).some((one) => one.class === 'drain')).toBe(false);
  });
});

describe('sessionSuspects', () => {
  it('are the limits that the session shows, each once', () => {
    const shown = table<number | null>([
      ['statement_timeout', 45],
      ['transaction_timeout', null],
      ['idle_session_timeout', 600],
      ['idle_in_transaction_session_timeout', 60],
    ]);
    // The probe never is idle in a transaction.
    expect(sessionSuspects(kinds, shown).map(({ timer, phase, fires }) => [timer, phase, fires])).toEqual([
      ['database.statement_timeout', 'query', [{ from: 45, to: 45 }]],
      ['database.idle_session_timeout', 'pause', [{ from: 600, to: 600 }]],
    ]);
  });
});
