import type { SessionSpec } from '../core/kind';
import type { Setting, Table } from '../core/setting';
import { databaseHop } from './_database';
import { databaseTimers } from './_database-timers';
import { defineKind } from './_kind';
import { parameters } from './_parameters';
import { manual } from './_sources';

const cite = `declared in the configuration; ${manual('config-setting')}`;

function flavour({ engine }: Table<Setting>): Extract<SessionSpec['flavour'], string> {
  if (engine?.state !== 'known') return 'vanilla';
  return engine.value === 'rds' || engine.value === 'aurora' ? engine.value : 'vanilla';
}

export default defineKind({
  name: 'declared-database',
  title: 'declared database',
  settings: {
    engine: {
      as: 'text',
      default: { value: 'vanilla', cite: 'not declared: PostgreSQL as its project ships it' },
      cite,
    },
    engine_version: { as: 'text', cite },
    server_parameters: { as: 'parameters', cite },
  },
  links: {},
  timers: databaseTimers,
  hop: {
    ...databaseHop,
    inline: {
      engine: {
        setting: 'engine',
        as: 'text',
        choices: ['vanilla', 'rds', 'aurora'],
        description: 'Whose defaults apply: vanilla PostgreSQL (unless declared), rds or aurora.',
      },
      version: {
        setting: 'engine_version',
        as: 'text',
        description: 'Version of the server, such as "16.4": it decides which parameters exist.',
      },
      settings: {
        setting: 'server_parameters',
        as: 'settings',
        description: 'PostgreSQL parameters of the server: its configuration file or parameter group.',
      },
    },
  },
  session: { parameters, flavour, groups: [] },
});
