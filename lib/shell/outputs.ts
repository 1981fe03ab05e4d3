import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/configuration';
import { closest } from '../core/did-you-mean';
import type { Format, FormatContext } from '../core/format';
import { InputError } from '../core/input-error';
import type { Report } from '../core/report';
import { columnsOf, paint } from './colour';
import { errorCode } from './error-code';
import type { Io } from './io';

/** One report to write: how, and where to; `null` is standard output. */
export type Output = { readonly format: Format; readonly file: string | null };

/**
 * Reads `--output` values: `FORMAT` or `FORMAT=FILE`. Throws an `InputError` for an unknown format, two reports for
 * standard output, or two for one file.
 */
export function parseOutputs(specs: readonly string[], formats: readonly Format[]): readonly Output[] {
  const outputs = specs.map((spec) => {
    const at = spec.indexOf('=');
    const name = at < 0 ? spec : spec.slice(0, at);
    const format = formats.find((one) => one.name === name);
    if (format === undefined) throw new InputError([{ message: unknownFormat(name, formats) }]);
    const file = at < 0 ? null : spec.slice(at + 1);
    if (file === '')
      throw new InputError([{ message: `--output ${spec} names no file; write ${name}=FILE or ${name}` }]);
    return { format, file: file === '-' ? null : file };
  });
  const twice = outputs.find(({ file }, at) => outputs.findIndex((one) => one.file === file) !== at);
  if (twice !== undefined) {
    const where = twice.file ?? 'standard output';
    const name = twice.format.name;
    throw new InputError([
      { message: `two reports go to ${where}; give one of them a file of its own: --output ${name}=FILE` },
    ]);
  }
  return outputs;
}

/** Writes a report in every asked format, and as many as can be written. Returns what could not be. */
export function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  context: Omit<FormatContext, 'width'>,
  io: Io,
): readonly Problem[] {
  return outputs.flatMap(({ format, file }) => {
    if (file === null) {
      io.stdout(format.render(report, { ...context, width: columnsOf(io) }));
      return [];
    }
    try {
      writeFileSync(path.resolve(io.cwd, file), format.render(report, { ...context, paint: paint(false), width: 100 }));
      return [];
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      return [{ message: `${file} cannot be written (${code === 'ENOENT' ? 'its folder does not exist' : code})` }];
    }
  });
}

function unknownFormat(name: string, formats: readonly Format[]): string {
  const names = formats.map((format) => format.name);
  const meant = closest(name, names);
  return `there is no format ${name}${meant === null ? '' : `; did you mean ${meant}`}; formats: ${names.join(', ')}`;
}
