import { withPath, withWorkload } from './_reading';

/** A configuration that uses every key. */
export const example = `
version: 1
defaults:
  headroom: 10s
  detectDeadPeerWithin: 10m
policies:
  "*": warning
  statement-timeout-is-set-per-role: info
declared:
  roles: { app_user: { Statement_Timeout: 45s } }
  parameterGroups: { orders-pg16: { statement_timeout: 0 } }
scope: { source: "prod/orders/**", region: eu-west-1, account: "012345678901" }
workloads:
  - name: checkout-api
    roles: [app_user]
    maxQueryDuration: 30s
    maxSilence: 20s
    maxTransactionDuration: 1m
    maxIdle: 10m
    maxIdleInTransaction: 5s
    maxConnectionAge: 1h30m
    maxStatementTimeout: 2m
    request: { maxDuration: 90s, maxSilence: 45s, maxConnectionAge: 0 }
    path:
      - aws_lb.edge
      - alb: aws_lb.public
      - proxy: [aws_db_proxy.orders, orders-proxy]
      - endpoint: aws_vpc_endpoint.data
      - nlb: module.warehouse
        port: 5432
      - database: { tag: { service: warehouse } }
        endpoint: reader
        dbname: warehouse
  - name: nightly-etl
    maxQueryDuration: PT4H
    headroom: 12.5%
    detectDeadPeerWithin: 20m
    database: [aws_db_instance.a, [aws_db_instance.b, b], { tags_all: { env: prod* } }]
    scope: { source: [a, b] }
waivers:
  - { policy: alb-*, resource: aws_lb.legacy, workload: checkout-api,
      reason: " retired with
        the 2027 migration ", owner: payments, until: 2028-02-29 }
  - { policy: statement-timeout-outlasts-query, resource: "**", role: app_user, reason: x, owner: y, until: "2027-01-31" }
`;

const add = 'add for example `workloads: [{ name: checkout-api, maxQueryDuration: 30s }]`';
const workloadKeys =
  '`name`, `roles`, `maxQueryDuration`, `maxSilence`, `maxTransactionDuration`, `maxIdle`, `maxIdleInTransaction`, ' +
  '`maxConnectionAge`, `maxStatementTimeout`, `detectDeadPeerWithin`, `request`, `headroom`, `scope`, `path` and `database`';
const topKeys =
  '`$schema`, `version`, `extends`, `defaults`, `policies`, `declared`, `workloads`, `waivers` and `scope`';
const how = 'write it like 250ms, 30s, 5min, 1h30m or PT5M';
const top = (line: string): string => `version: 1\n${line}\nworkloads: [{ name: a, maxQueryDuration: 30s }]`;
const waiver = (text: string): string => top(`waivers: [{ ${text} }]`);
const whole = 'policy: alb-*, resource: x, reason: r, owner: o';

/** Whether the JSON Schema refuses a text as well, or only this reader sees what is wrong. */
type Seen = 'by the schema' | 'by reading';
/** Texts with all that is wrong with them, as `line:column message`. */
export const cases: readonly (readonly [title: string, text: string, seen: Seen, ...problems: string[]])[] = [
  [
    'nothing',
    '',
    'by the schema',
    '1:1 the configuration is empty, so nothing could be judged; `holdfast init FILE` writes a starting one',
  ],
  [
    'only a comment',
    '# x',
    'by the schema',
    '1:1 the configuration is empty, so nothing could be judged; `holdfast init FILE` writes a starting one',
  ],
  [
    'a list',
    '- a',
    'by the schema',
    `1:1 the configuration is a list, where a table is expected; the keys of the configuration are ${topKeys}`,
  ],
  [
    'text',
    'hello',
    'by the schema',
    `1:1 the configuration is "hello", where a table is expected; the keys of the configuration are ${topKeys}`,
  ],
  [
    'no workloads',
    'version: 1',
    'by reading',
    `1:1 the configuration has no \`workloads\`, so nothing could be judged; ${add}`,
  ],
  [
    'an empty list of workloads',
    'version: 1\nworkloads: []',
    'by the schema',
    '2:1 `workloads` is an empty list, where a list of workloads is expected; write for example `[{ name: checkout-api, maxQueryDuration: 30s }]`',
  ],
  [
    'no version',
    'workloads: [{ name: a, maxQueryDuration: 1s }]',
    'by the schema',
    '1:1 the configuration has no `version`, so its format is not known; add for example `version: 1`',
  ],
  [
    'another version',
    'version: 2\nworkloads: [{ name: a, maxQueryDuration: 1s }]',
    'by the schema',
    '1:1 `version` is the number 2, and this version of Holdfast reads 1; write `version: 1`',
  ],
  [
    'a misspelt key at the top',
    top('waiver: []'),
    'by the schema',
    '2:1 `waiver` is not a key of the configuration, so it would do nothing; did you mean `waivers`?',
  ],
  [
    'a key like a member of Object',
    top('constructor: 1'),
    'by the schema',
    `2:1 \`constructor\` is not a key of the configuration, so it would do nothing; the keys of the configuration are ${topKeys}`,
  ],
  [
    '__proto__',
    top('__proto__: { workloads: 1 }'),
    'by the schema',
    `2:1 \`__proto__\` is not a key of the configuration, so it would do nothing; the keys of the configuration are ${topKeys}`,
  ],
  [
    'a key of a megabyte',
    top(`"${'k'.repeat(1_000_000)}": 1`),
    'by the schema',
    `2:1 \`["${'k'.repeat(60)}…"]\` is not a key of the configuration, so it would do nothing; the keys of the configuration are ${topKeys}`,
  ],
  [
    'extends where no file is read',
    top('extends: x.yaml'),
    'by reading',
    '2:1 `extends` names another file, which cannot be followed here; load the configuration from its file',
  ],
  [
    'extends of a number',
    top('extends: 5'),
    'by the schema',
    '2:1 `extends` is the number 5, where the path of a local file is expected; write for example `../holdfast.yaml`',
  ],

  [
    'a misspelt key of a workload',
    withWorkload('maxIdel: 4m'),
    'by the schema',
    '5:5 `workloads[0].maxIdel` is not a key of a workload, so it would do nothing; did you mean `maxIdle`?',
  ],
  [
    'a strange key of a workload',
    withWorkload('colour: red'),
    'by the schema',
    `5:5 \`workloads[0].colour\` is not a key of a workload, so it would do nothing; the keys of a workload are ${workloadKeys}`,
  ],
  [
    'a workload that is text',
    'version: 1\nworkloads: [a]',
    'by the schema',
    `2:13 \`workloads[0]\` is "a", where a table is expected; the keys of a workload are ${workloadKeys}`,
  ],
  [
    'no name',
    'version: 1\nworkloads:\n  - maxQueryDuration: 1s',
    'by the schema',
    '3:5 `workloads[0]` has no `name`, so findings could not name it; add for example `name: checkout-api`',
  ],
  [
    'an empty name',
    'version: 1\nworkloads: [{ name: " ", maxQueryDuration: 1s }]',
    'by the schema',
    '2:15 `workloads[0].name` is " ", where a name is expected; write for example `checkout-api`',
  ],
  [
    'no promise',
    'version: 1\nworkloads: [{ name: a }]',
    'by reading',
    '2:13 `workloads[0]` has no `maxQueryDuration`, so there is no promise to judge; add for example `maxQueryDuration: 30s`',
  ],
  [
    'one name twice',
    'version: 1\nworkloads:\n  - { name: a, maxQueryDuration: 1s }\n  - { name: a, maxQueryDuration: 1 }',
    'by the schema',
    '4:7 `workloads[1].name` is "a" like that of workload 1; give each its own name',
    '4:16 `workloads[1].maxQueryDuration` is 1 without a unit, which could be seconds or milliseconds; write 1s or 1ms',
  ],
  [
    'a bare number',
    withWorkload('maxIdle: 600'),
    'by the schema',
    '5:5 `workloads[0].maxIdle` is 600 without a unit, which could be seconds or milliseconds; write 600s or 600ms',
  ],
  [
    'a bare number as text',
    withWorkload('maxIdle: "600"'),
    'by the schema',
    '5:5 `workloads[0].maxIdle` is 600 without a unit, which could be seconds or milliseconds; write 600s or 600ms',
  ],
  [
    'a negative duration',
    withWorkload('maxIdle: -5m'),
    'by the schema',
    '5:5 `workloads[0].maxIdle` is negative; write a duration from 0 up',
  ],
  [
    'no duration',
    withWorkload('maxIdle: soon'),
    'by the schema',
    `5:5 \`workloads[0].maxIdle\` is "soon", which is not a duration; ${how}`,
  ],
  [
    'an empty value',
    withWorkload('maxIdle:'),
    'by the schema',
    '5:5 `workloads[0].maxIdle` has no value; write a duration like 30s, or remove the key',
  ],
  [
    'a promise of nothing',
    withWorkload('maxIdle: 0'),
    'by the schema',
    '5:5 `workloads[0].maxIdle` is 0, which promises nothing; write how long it may take, or remove the key',
  ],
  [
    'a list as a duration',
    withWorkload('maxIdle: [1m]'),
    'by the schema',
    `5:5 \`workloads[0].maxIdle\` is not a duration; ${how}`,
  ],
  [
    'roles that are no list',
    withWorkload('roles: app'),
    'by the schema',
    '5:5 `workloads[0].roles` is "app", where a list of login roles is expected; write for example `[app_user]`',
  ],
  [
    'a role that is a number',
    withWorkload('roles: [ok, 7]'),
    'by the schema',
    '5:17 `workloads[0].roles[1]` is the number 7, where the name of a login role is expected, which is text; write it in quotes',
  ],
  [
    'a bad percentage',
    withWorkload('headroom: -10%'),
    'by the schema',
    '5:5 `workloads[0].headroom` is "-10%", which is not a percentage; write it like 10%',
  ],
  [
    'a bad headroom',
    withWorkload('headroom: 10'),
    'by the schema',
    '5:5 `workloads[0].headroom` is 10 without a unit, which could be seconds or milliseconds; write 10s or 10ms',
  ],
  [
    'a key of request',
    withWorkload('request: { maxDuratio: 90s }'),
    'by the schema',
    '5:16 `workloads[0].request.maxDuratio` is not a key of `request`, so it would do nothing; did you mean `maxDuration`?',
  ],
  [
    'a key of scope',
    withWorkload('scope: { sources: x }'),
    'by the schema',
    '5:14 `workloads[0].scope.sources` is not a key of a scope, so it would do nothing; did you mean `source`?',
  ],
  [
    'an account that lost its zero',
    top('scope: { account: 012345678901 }'),
    'by the schema',
    '2:10 `scope.account` is the number 12345678901, where the id of an AWS account is expected, which is text; write it in quotes',
  ],
  [
    'an account that is none',
    top('scope: { account: "1" }'),
    'by the schema',
    '2:10 `scope.account` is not the id of an AWS account; write its twelve digits in quotes',
  ],
  [
    'path and database',
    withWorkload('path: [x]', 'database: y'),
    'by reading',
    '6:5 `workloads[0].database` stands beside `path`, which names the database itself; remove one of them',
  ],
  [
    'an empty path',
    withWorkload('path: []'),
    'by the schema',
    '5:5 `workloads[0].path` is an empty list, where a list of hops is expected; write for example `[database: aws_db_instance.orders]`',
  ],

  [
    'longer silence than query',
    withWorkload('maxSilence: 31s'),
    'by reading',
    '5:5 `workloads[0].maxSilence` is 31 s and `maxQueryDuration` of "a" is 30 s: a query is not silent for longer than it runs; lower `maxSilence`',
  ],
  [
    'a transaction shorter than a query',
    withWorkload('maxTransactionDuration: 29s'),
    'by reading',
    '5:5 `workloads[0].maxTransactionDuration` is 29 s and `maxQueryDuration` of "a" is 30 s: a transaction outlasts each of its queries; raise `maxTransactionDuration`',
  ],
  [
    'a request shorter than a query',
    withWorkload('request: { maxDuration: 29s }'),
    'by reading',
    '5:16 `workloads[0].request.maxDuration` is 29 s and `maxQueryDuration` of "a" is 30 s: a request outlasts each of its queries; raise `request.maxDuration`',
  ],
  [
    'a response more silent than long',
    withWorkload('request: { maxDuration: 40s, maxSilence: 41s }'),
    'by reading',
    '5:34 `workloads[0].request.maxSilence` is 41 s and `request.maxDuration` is 40 s: a response is not silent for longer than the request; lower `request.maxSilence`',
  ],
  [
    'a safety net at the promise',
    withWorkload('maxStatementTimeout: 30s'),
    'by reading',
    '5:5 `workloads[0].maxStatementTimeout` is 30 s and `maxQueryDuration` of "a" is 30 s: no `statement_timeout` lies between them; raise `maxStatementTimeout`',
  ],
  [
    'a default that one workload contradicts',
    'version: 1\ndefaults:\n  maxTransactionDuration: 1m\nworkloads: [{ name: a, maxQueryDuration: 5m }, { name: b, maxQueryDuration: 1m }]',
    'by reading',
    '3:3 `defaults.maxTransactionDuration` is 60 s and `maxQueryDuration` of "a" is 5 min: a transaction outlasts each of its queries; raise `maxTransactionDuration`',
  ],
  [
    'a default that cannot be read',
    'version: 1\ndefaults: { maxQueryDuration: 5 }\nworkloads: [{ name: a }, { name: b }]',
    'by the schema',
    '2:13 `defaults.maxQueryDuration` is 5 without a unit, which could be seconds or milliseconds; write 5s or 5ms',
  ],
  [
    'a path in the defaults',
    top('defaults: { name: x }'),
    'by the schema',
    '2:13 `defaults.name` is not a key of `defaults`, so it would do nothing; the keys of `defaults` are `roles`, `maxQueryDuration`, `maxSilence`, `maxTransactionDuration`, `maxIdle`, `maxIdleInTransaction`, `maxConnectionAge`, `maxStatementTimeout`, `detectDeadPeerWithin`, `request`, `headroom` and `scope`',
  ],

  [
    'a hop of two kinds',
    withPath('- alb: x', '  nlb: y'),
    'by the schema',
    '6:9 `workloads[0].path[0]` is `alb` and `nlb` at once, and a hop is one resource; write one entry for each',
  ],
  [
    'a hop of no kind',
    withPath('- port: 5432'),
    'by the schema',
    '6:9 `workloads[0].path[0]` does not say what kind of hop it is; write for example `alb: aws_lb.public`',
  ],
  [
    'a hop of an unknown kind',
    withPath('- abl: x'),
    'by the schema',
    '6:9 `workloads[0].path[0].abl` is not a key of a hop, so it would do nothing; did you mean `alb`?',
  ],
  [
    'a strange kind of hop',
    withPath('- teleporter: x'),
    'by the schema',
    '6:9 `workloads[0].path[0].teleporter` is not a key of a hop, so it would do nothing; the keys of a hop are `alb`, `nlb`, `firewall`, `pooler`, `client`, `proxy`, `endpoint`, `database`, `port`, `dbname`, `connection` and `keepalive`',
  ],
  [
    'a hop that is a number',
    withPath('- 5'),
    'by the schema',
    '6:9 `workloads[0].path[0]` is the number 5, where a hop is expected; write for example `alb: aws_lb.public`',
  ],
  [
    'a hop without a name',
    withPath('- alb:'),
    'by the schema',
    '6:9 `workloads[0].path[0].alb` is empty, where a name that a source knows the resource by is expected; write for example `aws_lb.public`',
  ],
  [
    'an empty list of names',
    withPath('- alb: []'),
    'by the schema',
    '6:9 `workloads[0].path[0].alb` is an empty list, where a list of names is expected; write for example `[aws_db_proxy.orders, orders-proxy]`',
  ],
  [
    'a port out of range',
    withPath('- nlb: x', '  port: 65536'),
    'by the schema',
    '7:9 `workloads[0].path[0].port` is the number 65536, where the port of a listener is expected; write a whole number from 1 to 65535',
  ],
  [
    'a port as text',
    withPath('- nlb: x', '  port: "5432"'),
    'by the schema',
    '7:9 `workloads[0].path[0].port` is "5432", where the port of a listener is expected; write a whole number from 1 to 65535',
  ],
  [
    'an endpoint',
    withPath('- database: x', '  endpoint: raeder'),
    'by the schema',
    '7:9 `workloads[0].path[0].endpoint` is "raeder"; did you mean `reader`?',
  ],
  [
    'an endpoint beside another kind',
    withPath('- alb: x', '  endpoint: aws_vpc_endpoint.y'),
    'by the schema',
    '7:9 `workloads[0].path[0].endpoint` is "aws_vpc_endpoint.y"; write `reader` or `writer`',
  ],
  [
    'a database of a server beside another kind',
    withPath('- nlb: x', '  dbname: shop'),
    'by reading',
    '7:9 `workloads[0].path[0].dbname` is written beside `nlb`, which holds no databases; write it beside `database`',
  ],
  [
    'a database of a server that is a number',
    withPath('- database: x', '  dbname: 7'),
    'by the schema',
    '7:9 `workloads[0].path[0].dbname` is the number 7, where the name of a database is expected, which is text; write it in quotes',
  ],
  [
    'two kinds with an endpoint',
    withPath('- alb: x', '  endpoint: reader', '  nlb: y'),
    'by the schema',
    '6:9 `workloads[0].path[0]` is `alb` and `nlb` at once, and a hop is one resource; write one entry for each',
  ],
  [
    'a table where there is no inline form',
    withPath('- alb: { name: x }'),
    'by the schema',
    '6:9 `workloads[0].path[0].alb` is a table without `tag`, and `alb` has no inline form; write its name or `{ tag: { ... } }`',
  ],
  [
    'tags that match everything',
    withPath('- alb: { tag: {} }'),
    'by reading',
    '6:9 `workloads[0].path[0].alb` names no tag, so it would match everything; write for example `tag: { service: warehouse }`',
  ],
  [
    'two tables of tags',
    withPath('- alb: { tag: { a: b }, tags_all: { a: b } }'),
    'by the schema',
    '6:9 `workloads[0].path[0].alb` has both `tag` and `tags_all`, which mean the same; write all tags below `tag`',
  ],
  [
    'a tag that is a number',
    withPath('- alb: { tag: { a: 01 } }'),
    'by the schema',
    '6:23 `workloads[0].path[0].alb.tag.a` is the number 1, where the value of a tag is expected, which is text; write it in quotes',
  ],

  [
    'an inline hop without a name',
    withPath('- firewall: { idleTimeout: 5m }'),
    'by the schema',
    '6:9 `workloads[0].path[0].firewall` has no `name`, so no message could name it; add for example `name: datacentre edge`',
  ],
  [
    'a misspelt key of an inline hop',
    withPath('- firewall: { name: x, idleTimout: 5m }'),
    'by the schema',
    '6:30 `workloads[0].path[0].firewall.idleTimout` is not a key of an inline `firewall`, so it would do nothing; did you mean `idleTimeout`?',
  ],
  [
    'a bare number in an inline hop',
    withPath('- firewall: { name: x, idleTimeout: 300 }'),
    'by the schema',
    '6:30 `workloads[0].path[0].firewall.idleTimeout` is 300 without a unit, which could be seconds or milliseconds; write 300s or 300ms',
  ],
  [
    'a zero that says nothing',
    withPath('- firewall: { name: x, idleTimeout: 0 }'),
    'by the schema',
    '6:30 `workloads[0].path[0].firewall.idleTimeout` is 0, which could mean at once or never; write the duration, or remove the key',
  ],
  [
    'a timer that the vendor refuses',
    withPath('- pooler: { name: x, setupTimeout: 59s }'),
    'by reading',
    '6:28 `workloads[0].path[0].pooler.setupTimeout` is 59 s, which is not possible here; write a duration from 60 s to 1 h 40 min',
  ],
  [
    'a word that is no choice',
    withPath('- firewall: { name: x, onExpiry: drp }'),
    'by the schema',
    '6:30 `workloads[0].path[0].firewall.onExpiry` is "drp"; did you mean `drop`?',
  ],
  [
    'a flag',
    withPath('- firewall: { name: x, relays: yes }'),
    'by the schema',
    '6:30 `workloads[0].path[0].firewall.relays` is "yes"; write `true` or `false`',
  ],
  [
    'a number',
    withPath('- pooler: { name: x, size: -1 }'),
    'by the schema',
    '6:28 `workloads[0].path[0].pooler.size` is the number -1, where a number is expected; write one from 1 to 100',
  ],
  [
    'keepalive that is a number',
    withPath('- client: { name: x, keepalive: 60 }'),
    'by the schema',
    '6:28 `workloads[0].path[0].client.keepalive` is the number 60, where a keepalive is expected; write for example `{ idle: 60s, interval: 10s, count: 6 }`',
  ],
  [
    'a keepalive longer than Linux allows',
    withPath('- client: { name: x, keepalive: { idle: 32768s } }'),
    'by reading',
    '6:41 `workloads[0].path[0].client.keepalive.idle` is 32768 s, which Linux refuses for a keepalive; write whole seconds from 1s to 32767s',
  ],
  [
    'a keepalive of half a second',
    withPath('- client: { name: x, keepalive: { interval: 500ms } }'),
    'by reading',
    '6:41 `workloads[0].path[0].client.keepalive.interval` is 500 ms, which Linux refuses for a keepalive; write whole seconds from 1s to 32767s',
  ],
  [
    'a keepalive without probes',
    withPath('- client: { name: x, keepalive: { count: 0 } }'),
    'by the schema',
    '6:41 `workloads[0].path[0].client.keepalive.count` is the number 0, where a number of probes is expected; write a whole number from 1 to 127',
  ],
  [
    'one name for two inline hops',
    withPath('- client: { name: x }', '- firewall: { name: x }'),
    'by reading',
    '7:9 `workloads[0].path[1]` is called "x" like hop 1 of the path; give it another name',
  ],
  [
    'a misspelt parameter',
    withPath('- client: { name: x, settings: { statment_timeout: 0 } }'),
    'by reading',
    '6:40 `workloads[0].path[0].client.settings.statment_timeout` is no parameter that is looked at, so it would do nothing; did you mean `statement_timeout`?',
  ],

  [
    'a value that PostgreSQL refuses',
    top('declared: { roles: { a: { statement_timeout: 5 minutes } } }'),
    'by reading',
    '2:27 `declared.roles.a.statement_timeout` is "5 minutes", which PostgreSQL refuses: what follows the number is none of the units us, ms, s, min, h, d (case counts)',
  ],
  [
    'a value that RDS refuses',
    top('declared: { parameterGroups: { g: { lock_timeout: 0.5ms } } }'),
    'by reading',
    '2:37 `declared.parameterGroups.g.lock_timeout` is "0.5ms", which RDS refuses: RDS takes a plain integer here, in ms, without a unit',
  ],
  [
    'a parameter without a value',
    top('declared: { roles: { a: { statement_timeout: } } }'),
    'by the schema',
    '2:27 `declared.roles.a.statement_timeout` is empty, where the value of a parameter is expected; write for example `30s`',
  ],
  [
    'a parameter twice',
    top('declared: { roles: { a: { lock_timeout: 0, LOCK_TIMEOUT: 1s } } }'),
    'by reading',
    '2:44 `declared.roles.a.LOCK_TIMEOUT` is written twice, as the case of its name does not count; keep one',
  ],
  [
    'a key of declared',
    top('declared: { role: {} }'),
    'by the schema',
    '2:13 `declared.role` is not a key of `declared`, so it would do nothing; did you mean `roles`?',
  ],
  [
    'roles that are a list',
    top('declared: { roles: [a] }'),
    'by the schema',
    '2:13 `declared.roles` is a list, where a table of roles is expected; write for example `{ app_user: { statement_timeout: 45s } }`',
  ],

  [
    'an unknown policy',
    top('policies: { statement-timeout-is-set-per-rol: info }'),
    'by reading',
    '2:13 `policies.statement-timeout-is-set-per-rol` matches no policy, so "statement-timeout-is-set-per-rol" would do nothing; did you mean `statement-timeout-is-set-per-role`?',
  ],
  [
    'a glob without a policy',
    top('policies: { nlb-*: off }'),
    'by reading',
    '2:13 `policies["nlb-*"]` matches no policy, so "nlb-*" would do nothing; `holdfast list` names them all',
  ],
  [
    'an unknown level',
    top('policies: { alb-*: warn }'),
    'by the schema',
    '2:13 `policies["alb-*"]` is "warn"; write `off`, `error`, `warning` or `info`',
  ],
  [
    'a level that is false',
    top('policies: { alb-*: false }'),
    'by the schema',
    '2:13 `policies["alb-*"]` is false; write `off`, `error`, `warning` or `info`',
  ],

  [
    'a waiver of nothing',
    top('waivers: [{}]'),
    'by the schema',
    '2:11 `waivers[0]` has no `policy`, so it would excuse nothing; add for example `policy: alb-idle-timeout-outlasts-query`',
    '2:11 `waivers[0]` has no `resource`, so it would excuse nothing; add for example `resource: aws_lb.legacy`',
    '2:11 `waivers[0]` has no `reason`, so nobody could tell why the finding may stay; add for example `reason: retired with the 2027 migration`',
    '2:11 `waivers[0]` has no `owner`, so nobody would answer for it; add for example `owner: payments`',
    '2:11 `waivers[0]` has no `until`, so it would never end; add for example `until: 2027-01-31`',
  ],
  [
    'a waiver without end',
    waiver(whole),
    'by the schema',
    '2:11 `waivers[0]` has no `until`, so it would never end; add for example `until: 2027-01-31`',
  ],
  [
    'a waiver without reason',
    waiver('policy: alb-*, resource: x, reason: "", owner: o, until: 2027-01-31'),
    'by the schema',
    '2:41 `waivers[0].reason` is "", where a reason is expected; write for example `retired with the 2027 migration`',
  ],
  [
    'a day that does not exist',
    waiver(`${whole}, until: 2027-02-29`),
    'by reading',
    '2:62 `waivers[0].until` is "2027-02-29", a day that no calendar has; write it like 2027-01-31',
  ],
  [
    'a day of another form',
    waiver(`${whole}, until: 31.01.2027`),
    'by the schema',
    '2:62 `waivers[0].until` is "31.01.2027", which is no day; write it like 2027-01-31',
  ],
  [
    'a month that does not exist',
    waiver(`${whole}, until: 2027-13-01`),
    'by the schema',
    '2:62 `waivers[0].until` is "2027-13-01", a day that no calendar has; write it like 2027-01-31',
  ],
  [
    'a year',
    waiver(`${whole}, until: 2027`),
    'by the schema',
    '2:62 `waivers[0].until` is not text, which is no day; write it like 2027-01-31',
  ],
  [
    'a waiver of an unknown policy',
    waiver('policy: nope, resource: x, reason: r, owner: o, until: 2027-01-31'),
    'by reading',
    '2:13 `waivers[0].policy` matches no policy, so "nope" would do nothing; `holdfast list` names them all',
  ],
  [
    'all at once, in the order written',
    'version: 3\nworkloads:\n  - name: a\n    maxQueryDuration: 5\n    pth: []\n  - name: b\n    maxQueryDuration: 1m\n    maxSilence: 2m\nwaivers: 7\n',
    'by the schema',
    '1:1 `version` is the number 3, and this version of Holdfast reads 1; write `version: 1`',
    '4:5 `workloads[0].maxQueryDuration` is 5 without a unit, which could be seconds or milliseconds; write 5s or 5ms',
    '5:5 `workloads[0].pth` is not a key of a workload, so it would do nothing; did you mean `path`?',
    '8:5 `workloads[1].maxSilence` is 2 min and `maxQueryDuration` of "b" is 60 s: a query is not silent for longer than it runs; lower `maxSilence`',
    '9:1 `waivers` is the number 7, where a list of waivers is expected; write for example `[]`',
  ],
];
