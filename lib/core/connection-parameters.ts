import { connectionsOf, type ClientConnection } from './client-connection';
import { parameterIn } from './client-drivers';
import { hasOptions } from './client-parameters';
import type { ClientSetting, DriverDefault, DriverSpec } from './driver';
import type { Hop } from './path';

/** A parameter of a connection string that the driver which reads it does not know. */
export type StrangeParameter = {
  readonly name: string;
  /** As it was written, where it is a number or a switch; `null`: it was not kept. */
  readonly text: string | null;
  /** What the driver does with it. */
  readonly become: DriverSpec['others']['become'];
  readonly cite: string;
  /** What it is for in the drivers that know it; `null` where it is none of the settings that a client is judged by. */
  readonly meant: ClientSetting | null;
  /** Whether some driver sends it to the server as a parameter of PostgreSQL. */
  readonly isServers: boolean;
};

/** A connection string of a client as one of the drivers reads it that may. */
export type StringReading = {
  readonly from: ClientConnection;
  readonly driver: DriverSpec;
  readonly strange: readonly StrangeParameter[];
  /** Parameters that no driver documents, of which only the number is known. */
  readonly unnamed: number;
};

/** Every way in which the connection strings in view may be read; one of them is used. What is hidden is left out. */
export function readingsOf(client: Hop): readonly StringReading[] {
  const vocabulary = client.node.kind.client?.drivers ?? [];
  return connectionsOf(client).flatMap((from) =>
    from.connection.hidden !== null || from.connection.form === 'variables'
      ? []
      : from.drivers.map((driver) => ({
          from,
          driver,
          strange: strangeTo(driver, from, vocabulary),
          unnamed: from.connection.unnamed,
        })),
  );
}

/** Whether the client sends `options` when it connects, however it does; `false` where it may not. */
export function sendsOptions(client: Hop): boolean {
  const ways = connectionsOf(client).flatMap(({ drivers, ...from }) => drivers.map((driver) => ({ ...from, driver })));
  return ways.length > 0 && ways.every(hasOptions);
}

function strangeTo(
  driver: DriverSpec,
  { connection }: ClientConnection,
  vocabulary: readonly DriverSpec[],
): readonly StrangeParameter[] {
  return connection.parameters.flatMap(({ name, text }) => {
    // The server, to which it is sent, does not mind the case of its own parameters.
    const spellings = driver.others.become === 'sent' ? [name, name.toLowerCase()] : [name];
    if (spellings.some((one) => parameterIn(driver, one) !== null)) return [];
    const elsewhere = vocabulary.flatMap((one) => parameterIn(one, name) ?? []);
    const meant = elsewhere.find((one) => one.sets !== undefined)?.sets ?? inProgram(vocabulary, name);
    return [{ name, text, ...driver.others, meant, isServers: elsewhere.some((one) => one.sends === name) }];
  });
}

/** The setting that a name is an option of the program for, which does nothing in a string. */
function inProgram(vocabulary: readonly DriverSpec[], name: string): ClientSetting | null {
  const settings = vocabulary.flatMap(({ defaults }) => Object.entries(defaults)) as [ClientSetting, DriverDefault][];
  return settings.find(([, { attribute }]) => attribute === name)?.[0] ?? null;
}
