import type { Problem } from './configuration';

/** The one error class for bad input: usage, configuration, unreadable documents. Anything else thrown is a bug. Exit code 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}
