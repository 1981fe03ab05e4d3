import type { ConnectionForm } from '../../core/connection';
import type { DriverParameter, DriverSpec } from '../../core/driver';

/** A parameter that some driver documents. */
export type Word = {
  readonly name: string;
  /** `options`: PostgreSQL parameters. `judged`: its value is kept. `other`: it is only known. */
  readonly is: 'options' | 'judged' | 'other';
};

/** All that drivers know of connection strings, ready to be asked. */
export type Vocabulary = {
  readonly schemes: ReadonlySet<string>;
  /**
   * The parameter that a name of a connection string is, as a driver spells it: one that reads this form, else, letter by letter,
   * any other. `null` for every other text.
   */
  readonly wordOf: (form: ConnectionForm, text: string) => Word | null;
  /** The same for the variables of a process, under the variable's own name. */
  readonly variableOf: (name: string) => Word | null;
};

/** No documented name is longer, and nothing longer is looked up. */
const longestName = 100;

const known = new WeakMap<readonly DriverSpec[], Vocabulary>();

/** The vocabulary of some drivers, made once for a list of them. */
export function vocabularyOf(drivers: readonly DriverSpec[]): Vocabulary {
  const made = known.get(drivers) ?? build(drivers);
  known.set(drivers, made);
  return made;
}

function build(drivers: readonly DriverSpec[]): Vocabulary {
  const exact = new Map<string, Word>();
  const byForm = new Map<string, Word>();
  const variables = new Map<string, Word>();
  for (const driver of drivers) {
    for (const [name, parameter] of Object.entries(driver.parameters)) {
      for (const spelled of [name, ...(parameter.aliases ?? [])]) {
        add(exact, spelled, spelled, parameter);
        for (const form of driver.forms) add(byForm, key(form, driver.names, spelled), spelled, parameter);
      }
    }
    // Options of the program find their way into URLs, where the driver does not read them: that is worth saying.
    for (const { attribute } of Object.values(driver.defaults))
      if (/^\w+$/.test(attribute)) add(exact, attribute, attribute, undefined);
    for (const [variable, name] of Object.entries(driver.variables)) {
      const parameter = Object.hasOwn(driver.parameters, name) ? driver.parameters[name] : undefined;
      add(variables, variable, variable, parameter);
    }
  }
  return {
    schemes: new Set(drivers.flatMap(({ schemes }) => schemes)),
    wordOf: (form, text) => {
      if (text.length > longestName) return null;
      const found = comparisons.map((names) => byForm.get(key(form, names, text))).find((word) => word !== undefined);
      return found ?? exact.get(text) ?? null;
    },
    variableOf: (name) => variables.get(name) ?? null,
  };
}

/** Strictest first. */
const comparisons: readonly DriverSpec['names'][] = ['exact', 'any-case', 'any-case-and-spaces'];

/** Equal for names that a driver takes for the same one. */
function key(form: ConnectionForm, names: DriverSpec['names'], text: string): string {
  const word = names === 'exact' ? text : text.toLowerCase();
  return `${form} ${names} ${names === 'any-case-and-spaces' ? word.replace(/\s+/g, '') : word}`;
}

/** Drivers mean different things by one name: the value is kept where any of them reads one. */
function add(to: Map<string, Word>, key: string, name: string, parameter: DriverParameter | undefined): void {
  const is =
    parameter === undefined || parameter.as === 'other' ? 'other' : parameter.as === 'options' ? 'options' : 'judged';
  const before = to.get(key);
  if (before === undefined || before.is === 'other') to.set(key, { name, is });
}
