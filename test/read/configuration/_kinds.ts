import type { InlineKey, Kind, SettingSpec } from '../../../lib/core/kind';
import type { ParameterSpec } from '../../../lib/core/parameter';
import { table } from '../../../lib/core/setting';

const cite = 'a test';
const number = { value: null, cite };

function parameter(name: string, unit: 'ms' | 's'): [string, ParameterSpec] {
  return [
    name,
    {
      name,
      as: 'duration',
      unit,
      range: { min: 0, max: 2_147_483_647, cite },
      since: 9,
      zero: 'off',
      defaults: { vanilla: number, rds: number, aurora: number },
      context: 'user',
      cite,
    },
  ];
}

function kind(name: string, key: string, inline?: Record<string, InlineKey>): Kind {
  return {
    name,
    title: `the ${name}`,
    settings: table(),
    links: table(),
    timers: [],
    hop: { key, side: 'either', does: 'passes', ...(inline === undefined ? {} : { inline }) },
  };
}

const inline = (setting: string, as: InlineKey['as'], choices?: readonly string[]): InlineKey => ({
  setting,
  as,
  description: `Sets ${setting}.`,
  ...(choices === undefined ? {} : { choices }),
});

/** A few kinds of hop, with every form of inline key. */
export const kinds: readonly Kind[] = [
  kind('alb', 'alb'),
  kind('nlb', 'nlb'),
  kind('network-firewall', 'firewall'),
  kind('firewall-of-others', 'firewall', {
    idleTimeout: inline('idle_timeout', 'duration'),
    onExpiry: inline('on_expiry', 'text', ['drop', 'reset']),
    relays: inline('relays', 'boolean'),
  }),
  {
    ...kind('pooler-with-limits', 'pooler', {
      keepalive: inline('keepalive', 'keepalive'),
      size: inline('size', 'number'),
      queryTimeout: inline('query_timeout', 'duration'),
      setupTimeout: inline('setup_timeout', 'duration'),
    }),
    settings: table<SettingSpec>([
      ['query_timeout', { as: 'seconds', fixed: () => ({ value: null, cite }), cite }],
      ['setup_timeout', { as: 'seconds', range: { min: 60, max: 6000, cite }, cite }],
      ['size', { as: 'number', range: { min: 1, max: 100, cite }, cite }],
    ]),
  },
  kind('client', 'client', {
    keepalive: inline('keepalive', 'keepalive'),
    settings: inline('session_parameters', 'settings'),
    options: inline('startup_options', 'settings'),
    driver: inline('driver', 'text'),
  }),
  kind('proxy', 'proxy'),
  // A kind whose key is also one that narrows other hops.
  kind('endpoint', 'endpoint'),
  {
    ...kind('db-instance', 'database'),
    session: {
      parameters: table([
        parameter('statement_timeout', 'ms'),
        parameter('lock_timeout', 'ms'),
        parameter('tcp_keepalives_idle', 's'),
      ]),
      flavour: 'rds',
      groups: [],
    },
  },
  { name: 'listener', title: 'a listener', settings: table(), links: table(), timers: [] },
];

export const policies = [
  'alb-idle-timeout-outlasts-query',
  'statement-timeout-is-set-per-role',
  'statement-timeout-outlasts-query',
];
