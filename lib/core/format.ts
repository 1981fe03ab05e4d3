import type { Policy } from './policy';
import type { Report } from './report';

/** Colours of a terminal. They repeat what the words say and never carry meaning alone. */
export type Paint = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
};

/** What a format may use besides the report: the policies' texts, and how its output will be shown. */
export type FormatContext = {
  readonly policies: readonly Policy[];
  /** Columns of the terminal. */
  readonly width: number;
  /** Colours of a terminal; a format that has none ignores them. */
  readonly paint: Paint;
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
  /** What tells this report from others in the comments of one pull request; `null`: there is only one. */
  readonly commentTag: string | null;
};

/** One way to write a report. */
export type Format = {
  /** The name after `--output`; equal to the file's name. */
  readonly name: string;
  readonly title: string;
  readonly render: (report: Report, context: FormatContext) => string;
};
