import { InvalidArgumentError } from 'commander';
import type { Command, Option } from 'commander';
import { InputError } from '../core/input-error';
import type { Io } from './io';

/** Options of which only one may be set, by their long names without dashes. */
export type Exclusive = readonly (readonly string[])[];

/**
 * Gives each option that no flag set its value from the environment: `--fail-on` is `HOLDFAST_FAIL_ON`, a list is separated
 * by commas. A flag also wins over the variables of options that it excludes. Throws an `InputError` for a value that the
 * flag would not take either, and for options that exclude each other.
 */
export function applyEnvironment(command: Command, env: Io['env'], exclusive: Exclusive = []): void {
  const rivalsOf = (name: string): readonly string[] => [
    name,
    ...exclusive.filter((group) => group.includes(name)).flat(),
  ];
  const isFlagged = (name: string): boolean => sourceOf(command, name) === 'cli';
  for (const option of command.options) {
    const text = env[variableOf(option)];
    if (option.negate || text === undefined || text === '' || rivalsOf(option.name()).some(isFlagged)) continue;
    command.setOptionValueWithSource(option.attributeName(), valueOf(option, text), 'env');
  }
  for (const group of exclusive) {
    const set = group.filter((name) => ['cli', 'env'].includes(sourceOf(command, name) ?? ''));
    if (set.length > 1) {
      const message = `${set.map((name) => `--${name}`).join(' and ')} exclude each other; say one of them`;
      throw new InputError([{ message }]);
    }
  }
}

function sourceOf(command: Command, name: string): string | undefined {
  const option = command.options.find((one) => one.name() === name);
  return option === undefined ? undefined : command.getOptionValueSource(option.attributeName());
}

/** `--fail-on` is `HOLDFAST_FAIL_ON`. */
function variableOf(option: Option): string {
  return `HOLDFAST_${option.name().replace(/-/g, '_').toUpperCase()}`;
}

function valueOf(option: Option, text: string): unknown {
  if (option.isBoolean()) return booleanOf(option, text);
  const parse = option.parseArg;
  if (parse === undefined) return text;
  const parts = Array.isArray(option.defaultValue) ? text.split(',').map((part) => part.trim()) : [text];
  try {
    return parts.reduce((value: unknown, part) => parse(part, value), option.defaultValue);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new InputError([{ message: `${variableOf(option)} is ${text}. ${error.message}` }]);
  }
}

function booleanOf(option: Option, text: string): boolean {
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true;
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false;
  throw new InputError([{ message: `${variableOf(option)} is ${text}; write 1 or 0` }]);
}
