import type { Demand } from './demand';
import { deadPeerAfter, givesUpAfter, period } from './keepalive';
import type { Leg, Probe, Timer } from './path';
import type { Interval, Notice } from './report';
import { valueOf, type Seconds } from './setting';

type Scene = {
  readonly timer: Timer;
  readonly leg: Leg;
  /** The caller's end first, then the server's. */
  readonly probes: readonly Probe[];
  readonly at: Interval | null;
  readonly demand: Demand | null;
};
type Notices = { readonly caller: Notice; readonly server: Notice };

/** What each end of the leg notices when the timer fires, and when (facts: measured 2, 4, 5, 6; aws-network 7.12). */
export function noticesOf(scene: Scene): Notices {
  const { timer, at } = scene;
  const when = at === null ? 'unknown' : at.from;
  switch (timer.expiry) {
    case 'reset-on-next-packet':
      return timer.phase === 'pause' ? resetInPause(scene, when) : resetDuringQuery(scene, when);
    case 'silent-drop':
      return timer.phase === 'pause' ? droppedInPause(scene, when) : droppedDuringQuery(scene, when);
    case 'http-504':
      return both('HTTP 504 from the load balancer', when, 'nothing: its own connection lives on', 'never');
    case 'request-error':
      return both(
        timer.sees ?? 'an error in place of the response',
        when,
        'nothing: its own connection lives on',
        'never',
      );
    case 'client-ended':
      return both(
        timer.sees ?? 'an error: the program that answers it is ended',
        when,
        'nothing until it sends the result',
        endOf(scene),
      );
    case 'client-closes':
      return both(
        'a timeout of its own: the client closes the connection',
        when,
        'nothing until it sends the result',
        endOf(scene),
      );
    case 'client-gives-up':
      return both('a timeout of its own: the client stops waiting', when, 'nothing: its connection lives on', 'never');
    case 'client-cancels':
      return both(
        'a timeout of its own, which cancels: ERROR 57014 canceling statement due to user request',
        when,
        'it cancels the statement; the connection lives on',
        when,
      );
    case 'orderly-close':
      return both('the connection is closed', when, 'the connection is closed', when);
    case 'error-57014':
      return both(
        'ERROR 57014 canceling statement due to statement timeout',
        when,
        'it cancels the statement; the connection lives on',
        when,
      );
    case 'fatal-25P04':
      return both('FATAL 25P04 terminating connection due to transaction timeout', when, 'it ends the session', when);
    case 'fatal-25P03':
      return both(
        'FATAL 25P03 terminating connection due to idle-in-transaction timeout, at its next query',
        'unknown',
        'it ends the session',
        when,
      );
    case 'fatal-57P05':
      return both(
        'FATAL 57P05 terminating connection due to idle-session timeout, at its next query',
        'unknown',
        'it ends the session',
        when,
      );
    case 'error-40001':
      return both(
        'ERROR 40001 canceling statement due to conflict with recovery',
        'unknown',
        'it cancels the statement',
        'unknown',
      );
  }
}

/** Only what the server itself ends stops the query; everything else leaves it running. */
export function queryGoesOn(timer: Timer): boolean {
  return (
    timer.phase !== 'pause' && !['error-57014', 'fatal-25P04', 'error-40001', 'client-cancels'].includes(timer.expiry)
  );
}

function both(sees: string, at: Notice['at'], serverSees: string, serverAt: Notice['at']): Notices {
  return { caller: { sees, at }, server: { sees: serverSees, at: serverAt } };
}

/** The next query comes when the pause ends, not when the flow is forgotten; a probe that comes too late may be before it. */
function resetInPause(scene: Scene, when: Notice['at']): Notices {
  const server: Notice = { sees: 'nothing until it sends or probes', at: 'unknown' };
  const probe = nextProbe(scene.probes[0], when);
  return comesBefore(probe, endOf(scene))
    ? { caller: { sees: 'connection reset (RST) at its next keepalive probe', at: probe }, server }
    : { caller: { sees: 'connection reset (RST) when it sends the next query', at: endOf(scene) }, server };
}

function droppedInPause(scene: Scene, when: Notice['at']): Notices {
  const server: Notice = { sees: 'nothing: the query never arrives', at: 'never' };
  const dead = deadAfter(scene.probes[0], when);
  return comesBefore(dead, endOf(scene))
    ? { caller: { sees: 'connection timed out: its keepalive probes go unanswered', at: dead }, server }
    : { caller: { sees: 'the next query hangs until TCP gives up', at: 'unknown' }, server };
}

/** Where the end is not known, it comes first. */
function comesBefore(probe: Seconds | 'never' | 'unknown', end: Notice['at']): probe is Seconds {
  return typeof probe === 'number' && typeof end === 'number' && probe < end;
}

/** The RST goes to whoever sends next. A client that only waits sends nothing, so without keepalive it waits for ever. */
function resetDuringQuery(scene: Scene, when: Notice['at']): Notices {
  const [client, server] = scene.probes;
  const clientProbe = nextProbe(client, when);
  const serverProbe = nextProbe(server, when);
  const end = endOf(scene);
  const probesFirst = typeof serverProbe === 'number' && (typeof end !== 'number' || serverProbe < end);
  return {
    caller:
      typeof clientProbe === 'number'
        ? { sees: 'connection reset (RST) at its next keepalive probe', at: clientProbe }
        : hang(clientProbe),
    server: probesFirst
      ? { sees: 'RST at its next keepalive probe; the backend runs on and fails when it sends', at: serverProbe }
      : { sees: 'nothing until it sends the result, which is answered with RST', at: end },
  };
}

function droppedDuringQuery(scene: Scene, when: Notice['at']): Notices {
  const [client] = scene.probes;
  const dead = deadAfter(client, when);
  return {
    caller:
      typeof dead === 'number'
        ? { sees: 'connection timed out: its keepalive probes go unanswered', at: dead }
        : hang(dead),
    server: { sees: 'nothing until it sends the result, which is never acknowledged', at: endOf(scene) },
  };
}

function hang(at: 'never' | 'unknown'): Notice {
  return at === 'never'
    ? { sees: 'nothing: it waits for ever', at }
    : { sees: 'nothing, unless its keepalive finds out', at };
}

function endOf(scene: Scene): Notice['at'] {
  return scene.demand?.seconds ?? 'unknown';
}

/** The first probe of an end after `when`. */
function nextProbe(probe: Probe | undefined, when: Notice['at']): Seconds | 'never' | 'unknown' {
  if (probe === undefined || typeof when !== 'number') return 'unknown';
  const idle = probe.idle.state === 'known' ? probe.idle.value : undefined;
  const every = valueOf(period(probe));
  if (idle === null) return 'never';
  if (idle === undefined || every === undefined || every === null || every <= 0) return 'unknown';
  return idle > when ? idle : idle + Math.floor((when - idle) / every + 1) * every;
}

/** A dropped flow is noticed when probes go unanswered for long enough. */
function deadAfter(probe: Probe | undefined, when: Notice['at']): Seconds | 'never' | 'unknown' {
  const first = nextProbe(probe, when);
  if (typeof first !== 'number' || probe === undefined) return first;
  const idle = valueOf(probe.idle);
  const every = valueOf(period(probe));
  if (typeof idle !== 'number' || typeof every !== 'number' || valueOf(deadPeerAfter(probe)) === undefined)
    return 'unknown';
  return first + givesUpAfter(probe, first === idle ? idle : every);
}
