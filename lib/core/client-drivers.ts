import type { Connection } from './connection';
import type { DriverParameter, DriverSpec } from './driver';

/** A parameter under the name that the driver's documentation gives it. */
export type NamedParameter = DriverParameter & { readonly name: string };

/** What a driver takes a parameter of a connection string for; `null` where it is none that it knows. */
export function parameterIn(driver: DriverSpec, name: string): NamedParameter | null {
  const asked = comparable(driver, name);
  for (const [own, parameter] of Object.entries(driver.parameters))
    if ([own, ...(parameter.aliases ?? [])].some((one) => comparable(driver, one) === asked))
      return { ...parameter, name: own };
  return null;
}

function comparable({ names }: DriverSpec, name: string): string {
  if (names === 'exact') return name;
  return names === 'any-case' ? name.toLowerCase() : name.toLowerCase().replace(/\s+/g, '');
}

/** What messages call a driver: without who else uses it. */
export function driverTitle({ title }: DriverSpec): string {
  const name = title.replace(/ \(.*\)$/, '');
  return name.endsWith(' driver') ? `the ${name}` : name;
}

/** Whether a driver reads such a text: its form, and what stands before `://`. */
export function readsIt({ forms, schemes }: DriverSpec, { form, scheme }: Connection): boolean {
  return forms.includes(form) && (scheme === null || schemes.includes(scheme));
}

/** The drivers that may read a connection: those that take what stands before `://`, else those that read its form. */
export function driversFor(connection: Connection, drivers: readonly DriverSpec[]): readonly DriverSpec[] {
  // Of a text that is not in view, nothing is known.
  if (connection.hidden !== null) return drivers;
  const fitting = drivers.filter((driver) => readsIt(driver, connection));
  return fitting.length > 0 ? fitting : drivers.filter(({ forms }) => forms.includes(connection.form));
}

/** The drivers that programs of a Lambda runtime (`nodejs22.x`) use; all of them where none is known for it. */
export function driversOfRuntime(runtime: string, drivers: readonly DriverSpec[]): readonly DriverSpec[] {
  const fitting = drivers.filter(({ runtimes }) => runtimes.some((one) => runtime.startsWith(one)));
  return fitting.length > 0 ? fitting : drivers;
}
