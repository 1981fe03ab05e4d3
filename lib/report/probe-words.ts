import { formatDuration } from '../core/duration';
import type { Ending, Measurement } from '../core/probe';
import type { Fit } from '../core/probe-fit';
import type { Suspect } from '../core/probe-suspects';
import type { Interval } from '../core/report';
import type { Seconds } from '../core/setting';
import { visible } from './visible';

/** What the one who waits sees, as a clause. */
export function endingText(ending: Ending): string {
  switch (ending.is) {
    case 'survived':
      return 'the answer came';
    case 'sqlstate':
      return `${stateWords[ending.code] ?? 'an error of the server'} (SQLSTATE ${ending.code})`;
    case 'reset':
      return 'connection reset (RST)';
    case 'closed':
      return 'the connection was closed in order (FIN), without a word';
    case 'timed-out':
      return 'the system gave the connection up: its packets went unanswered';
    case 'nothing':
      return 'nothing came: it hangs';
    case 'http':
      return `HTTP ${String(ending.status)}`;
    case 'failed':
      return `the system says ${visible(ending.code)}`;
  }
}

const stateWords: Readonly<Record<string, string>> = {
  '57014': 'the statement was cancelled',
  '25P03': 'the session was ended: idle in transaction',
  '25P04': 'the session was ended: transaction timeout',
  '57P01': 'the session was ended by an administrator or a failover',
  '57P02': 'the server crashed',
  '57P03': 'the server takes no connections now',
  '57P05': 'the session was ended: idle for too long',
  '40001': 'the statement was cancelled: conflict with recovery',
  '08P01': 'the connection was ended by what stands in front of the server',
};

/** What the server shows of the statement, as a clause; `null` where it was not asked. */
export function sightText({ sight, ending }: Measurement): string | null {
  switch (sight.is) {
    case 'unasked':
      return null;
    case 'running':
      return 'the server still runs the query';
    case 'finished':
      return ending.is === 'nothing'
        ? 'the server has finished the query, and nobody heard'
        : 'the server no longer runs the query, and the session lives on';
    case 'gone':
      return 'the session is gone from the server';
    case 'not-arrived':
      return 'the query never arrived at the server';
    case 'unseen':
      return `what the server did could not be seen: ${visible(sight.why, 300)}`;
  }
}

/** What a packet on the silent connection was answered with; `null` where none was sent. */
export function afterwardsText({ afterwards }: Measurement): string | null {
  if (afterwards === null) return null;
  switch (afterwards.is) {
    case 'reset':
      return 'the next packet was answered with RST';
    case 'nothing':
    case 'timed-out':
      return 'the next packet was answered with nothing';
    default:
      return 'the next packet arrived: the connection itself is alive';
  }
}

/** `idle_timeout of aws_lb.public`; of a default: `the default of NAT gateway`. */
export function suspectName({ attribute, resource, origin }: Suspect): string {
  return origin === 'default' ? `the default of ${visible(resource)}` : `${visible(attribute)} of ${visible(resource)}`;
}

/** When it fires: `350 s`, `60 s or 350 s`, `at a time that is not known`. */
export function firesText({ fires }: Suspect): string {
  return fires.map(intervalText).join(' or ');
}

function intervalText({ from, to }: Interval): string {
  if (to === null) return from === 0 ? 'at a time that is not known' : `${formatDuration(from)} or later`;
  return from === to ? formatDuration(from) : `${formatDuration(from)} to ${formatDuration(to)}`;
}

/** One fit as a line: what fits, when it fires, and how well it fits. */
export function fitText({ suspect, how, isUnexpected }: Fit): string {
  const doubt = isUnexpected
    ? '; the model expects that keepalive or its value keeps it from firing'
    : how === 'possible'
      ? '; it may look like that too'
      : '';
  const { attribute, resource, origin } = suspect;
  if (origin === 'default') return `${visible(resource)}: ${visible(attribute)} is ${defaultText(suspect)}${doubt}`;
  return `${suspectName(suspect)}, ${firesText(suspect)}${origin === 'session' ? '; as the session shows it' : ''}${doubt}`;
}

function defaultText(suspect: Suspect): string {
  const isFixed = suspect.fires.every(({ to }) => to === suspect.longest);
  return isFixed ? `always ${firesText(suspect)}` : `${firesText(suspect)} unless it is set`;
}

/** Seconds as they were measured: a tenth is what is known. */
export function measuredText(seconds: Seconds): string {
  return `${(Math.round(seconds * 10) / 10).toString()} s`;
}
