import picocolors from 'picocolors';
import type { Paint } from '../core/format';
import type { Io } from './io';

/** Columns where there is no terminal: what CI logs show without a scroll bar. */
const withoutTerminal = 100;

/** Whether to colour: the flag, then `NO_COLOR`, then `FORCE_COLOR`, then a terminal or a CI log that shows colours. */
export function wantsColour(flag: boolean | undefined, { env, isTty }: Pick<Io, 'env' | 'isTty'>): boolean {
  if (flag !== undefined) return flag;
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.TERM === 'dumb') return false;
  return isTty || (isSet(env.CI) && env.CI !== 'false' && env.CI !== '0');
}

/** Colours, or the text as it is. */
export function paint(colour: boolean): Paint {
  return picocolors.createColors(colour);
}

/** Columns to lay out in: the terminal's, else `COLUMNS`, else 100. */
export function columnsOf({ env, columns }: Pick<Io, 'env' | 'columns'>): number {
  const fromEnv = Number(env.COLUMNS ?? '');
  return columns ?? (Number.isInteger(fromEnv) && fromEnv > 0 ? fromEnv : withoutTerminal);
}

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';
