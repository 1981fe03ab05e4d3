import type { Report } from '../../core/report';
import { InputError } from '../../core/input-error';
import { exitCode, type ExitOptions } from '../../core/exit-code';
import { kinds } from '../../kinds';
import { readDocuments } from '../../read/documents';
import { runTaskResult } from '../../report/run-task';
import { visibleText } from '../../report/visible';
import { judge, type Judging } from '../estate';
import type { Io } from '../io';
import type { JudgePlan } from './run-task';

/**
 * Judges one plan as `holdfast check` does. A plan that cannot be read, and a bug, have not passed, and that is told. `excuse`
 * applies a baseline.
 */
export function planJudge(
  judging: Judging,
  exit: ExitOptions,
  excuse: (report: Report) => Report,
  io: Pick<Io, 'now' | 'stderr'>,
): JudgePlan {
  return (name, bytes) => {
    try {
      const found = readDocuments([{ name, bytes }], kinds);
      const [problem] = found.problems;
      if (found.readings.length === 0)
        return notJudged(`The plan could not be read: ${visibleText(problem?.message ?? 'it is empty')}`);
      const report = excuse(judge(found, judging, io));
      return runTaskResult(report, exitCode(report, exit), judging.policies);
    } catch (error) {
      if (error instanceof InputError) return notJudged(`Nothing was judged: ${visibleText(error.message)}`);
      // One plan must not take the server down.
      io.stderr(
        `holdfast: this is a bug of holdfast, or of a policy of yours: ${visibleText(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
      );
      return notJudged('Holdfast or a policy broke down, so nothing was judged; the log of holdfast says where');
    }
  };
}

function notJudged(message: string): ReturnType<JudgePlan> {
  return { status: 'failed', message, outcomes: [] };
}
