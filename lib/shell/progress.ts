import { visible } from '../report/visible';
import type { Io } from './io';

/** How far the reading of one source has come. */
export type Stage = {
  /** What is read: `rds of eu-west-1`, `the catalog of orders`. */
  readonly what: string;
  /** Calls that were answered so far. */
  readonly answered: number;
  /** Calls that were not. */
  readonly failed: number;
  readonly isDone: boolean;
};

/** Where progress is told. `end` takes away what is still on the screen; nothing is told after it. */
export type Progress = { readonly tell: (stage: Stage) => void; readonly end: () => void };

/**
 * Progress on standard error: one live line at a terminal, which is gone in the end; elsewhere, and in CI, a line for each
 * stage that is done; nothing where `isQuiet`.
 */
export function progressOn(io: Pick<Io, 'stderr' | 'errorColumns' | 'env'>, isQuiet: boolean): Progress {
  if (isQuiet) return { tell: () => undefined, end: () => undefined };
  return isLive(io) ? liveLine(io.stderr, io.errorColumns ?? 0) : stageLines(io.stderr);
}

/** Whether a line on standard error may be written over again: at a terminal that is not CI's. */
export function isLive({ errorColumns, env }: Pick<Io, 'errorColumns' | 'env'>): boolean {
  const isCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI);
  return errorColumns !== null && !isCi && env.TERM !== 'dumb';
}

/** Erases the line and goes to its beginning. */
export const erase = '\r\u001b[2K';

function liveLine(write: Io['stderr'], columns: number): Progress {
  const stages = new Map<string, Stage>();
  let shown = '';
  return {
    tell: (stage) => {
      stages.set(stage.what, stage);
      const all = [...stages.values()];
      const current = stage.isDone ? all.find(({ isDone }) => !isDone) : stage;
      const doing = current === undefined ? 'read' : `reading ${visible(current.what)}`;
      const line = `holdfast: ${doing}: ${counts(sum(all))}`;
      // A line that fills the last column would wrap, and half of it would stay.
      const fitting = line.slice(0, Math.max(columns - 1, 0));
      if (fitting === shown) return;
      shown = fitting;
      write(`${erase}${fitting}`);
    },
    end: () => {
      if (shown !== '') write(erase);
      shown = '';
    },
  };
}

function stageLines(write: Io['stderr']): Progress {
  return {
    tell: (stage) => {
      if (stage.isDone) write(`holdfast: read ${visible(stage.what)}: ${counts(stage)}\n`);
    },
    end: () => undefined,
  };
}

function sum(stages: readonly Stage[]): Pick<Stage, 'answered' | 'failed'> {
  return {
    answered: stages.reduce((count, { answered }) => count + answered, 0),
    failed: stages.reduce((count, { failed }) => count + failed, 0),
  };
}

function counts({ answered, failed }: Pick<Stage, 'answered' | 'failed'>): string {
  const said = `${String(answered)} ${answered === 1 ? 'answer' : 'answers'}`;
  return failed === 0 ? said : `${said}, ${String(failed)} refused or lost`;
}
