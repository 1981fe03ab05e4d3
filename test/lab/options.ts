import { parseArgs } from 'node:util';

/** What the lab is asked for. */
export type Options = {
  /** Words of which one has to be in the name of a scenario; none means all. */
  readonly words: readonly string[];
  readonly list: boolean;
  readonly quick: boolean;
  readonly json: string | null;
  /** How many scenarios to generate instead of those that are written, and from which seed. */
  readonly random: number | null;
  readonly seed: number;
};

/** Reads the arguments of the lab. Throws with a sentence for what it does not take. */
export function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      random: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const whole = (name: string, text: string): number => {
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
    return Number(text);
  };
  return {
    words: positionals,
    list: values.list,
    quick: values.quick,
    json: values.json ?? null,
    random: values.random === undefined ? null : whole('random', values.random),
    seed: whole('seed', values.seed),
  };
}
