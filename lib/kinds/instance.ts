import { databaseHop, runsEngine } from './_database';
import { databaseTimers } from './_database-timers';
import { attribute, defineKind } from './_kind';
import { parameters } from './_parameters';

export default defineKind({
  name: 'instance',
  title: 'RDS instance',
  terraform: {
    types: ['aws_db_instance'],
    // A replica leaves its engine out and inherits it. A path that names it as its database says that it is PostgreSQL.
    when: (attributes) => runsEngine('postgres')(attributes) ?? (attributes.replicate_source_db == null ? null : true),
    names: ['identifier', 'db_instance_identifier', 'address', 'arn'],
  },
  settings: {
    identifier: attribute('text', 'identifier', 'db_instance'),
    engine: attribute('text', 'engine', 'db_instance'),
    engine_version: attribute('text', 'engine_version', 'db_instance'),
    engine_version_actual: attribute('text', 'engine_version_actual', 'db_instance'),
    instance_class: attribute('text', 'instance_class', 'db_instance'),
    port: attribute('number', 'port', 'db_instance'),
    address: attribute('text', 'address', 'db_instance'),
  },
  links: {
    // Its presence makes the instance a reader.
    replicate_source_db: { terraform: 'replicate_source_db', to: ['instance'], by: ['identifier', 'arn', 'id'] },
    parameter_group: { terraform: 'parameter_group_name', to: ['parameter-group'], by: ['name', 'id'] },
  },
  timers: databaseTimers,
  hop: databaseHop,
  session: { parameters, flavour: 'rds', groups: [{ level: 'instance-group', link: 'parameter_group' }] },
});
