import type { Expiry } from '../core/timer';

/** What people see and look for. Each is a page in `docs/symptoms` of this name. */
export const symptoms = {
  hang: 'The query hangs and never returns',
  'connection-reset': '`Connection reset by peer`, `ECONNRESET`',
  'ssl-connection-closed': '`SSL connection has been closed unexpectedly`',
  'http-504': 'HTTP 504, or another error in place of the response',
  '57014': '`ERROR 57014 canceling statement`',
  '25P04': '`FATAL 25P04 terminating connection due to transaction timeout`',
  '57P05': '`FATAL 57P05` and `25P03`: ended while idle',
} as const satisfies { readonly [name: string]: string };
export type Symptom = keyof typeof symptoms;

/** Which of them each end of a timer may look like, likeliest first. None: what it looks like is the program's own matter. */
export const symptomsOf: Readonly<Record<Expiry, readonly Symptom[]>> = {
  'reset-on-next-packet': ['connection-reset', 'hang'],
  'silent-drop': ['hang'],
  'http-504': ['http-504'],
  'request-error': ['http-504'],
  'client-ended': ['http-504'],
  'client-closes': [],
  'client-gives-up': [],
  'client-cancels': ['57014'],
  'orderly-close': ['ssl-connection-closed'],
  'error-57014': ['57014'],
  'fatal-25P04': ['25P04', 'ssl-connection-closed'],
  'fatal-25P03': ['57P05', 'ssl-connection-closed'],
  'fatal-57P05': ['57P05', 'ssl-connection-closed'],
  'error-40001': [],
};
