import { settingsOf } from '../../../lib/core/client-settings';
import { startupOptions, type Way } from '../../../lib/core/client-parameters';
import type { ClientEntry } from '../../../lib/core/client-entry';
import type { ClientSetting } from '../../../lib/core/driver';
import type { Node } from '../../../lib/core/node';
import { table, type Setting } from '../../../lib/core/setting';
import { opensConnections } from '../../../lib/kinds/_client';
import { drivers } from '../../../lib/kinds/drivers';
import service from '../../../lib/kinds/service';
import { readConnection } from '../../../lib/read/connection/read-connection';

/** What a client that connects this way does, as the tables of the drivers have it: the values of what is known. */
export type Effective = Partial<Readonly<Record<ClientSetting, unknown>>> & {
  /** PostgreSQL parameters that are sent. */
  readonly sends: Readonly<Record<string, string>>;
};

/** A resource that shows nothing but its connection string. */
const client: Node = {
  id: 'client',
  kind: service,
  type: 'aws_ecs_service',
  source: 'state',
  subject: 'aws_ecs_service.api',
  names: ['aws_ecs_service.api'],
  identity: {},
  tags: table(),
  settings: table(),
  links: table(),
};

/** The effective settings of a client with this driver and connection string; a value that is not known is the reason for it. */
export function effective(driver: string, text: string, entry: ClientEntry = {}): Effective {
  const way = wayOf(driver, text);
  const settings = settingsOf(way, { client, carriers: [], entry, system: opensConnections().system });
  return {
    ...Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, valueIn(setting)])),
    sends: { ...startupOptions(way) },
  };
}

function valueIn(setting: Setting): unknown {
  return setting.state === 'known' ? setting.value : setting.why;
}

function wayOf(name: string, text: string): Way {
  const driver = drivers.find((one) => one.name === name);
  const connection = readConnection('DATABASE_URL', text, null);
  if (driver === undefined || connection === null) throw new Error(`no driver ${name}, or no connection string`);
  return { connection, variables: null, driver, carrier: client };
}
