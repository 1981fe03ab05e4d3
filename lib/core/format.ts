import type { Policy } from './policy';
import type { Report } from './report';

/** What a format may use besides the report: the policies' texts, and how its output will be shown. */
export type FormatContext = {
  readonly policies: readonly Policy[];
  /** Columns of the terminal. */
  readonly width: number;
  /** ANSI colours; a format that has none ignores it. */
  readonly colour: boolean;
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
};

/** One way to write a report. */
export type Format = {
  /** The name after `--output`; equal to the file's name. */
  readonly name: string;
  readonly title: string;
  readonly render: (report: Report, context: FormatContext) => string;
};
