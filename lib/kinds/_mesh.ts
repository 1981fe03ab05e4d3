import type { Default } from '../core/kind';
import { mapSetting, oneOf, type Known, type Seconds, type Setting, type Table } from '../core/setting';
import type { TimerSpec } from '../core/timer';
import { secondsOf } from './_choose';
import { ecsApi, serviceConnectDefaults } from './_sources';

const idle = `"The idleTimeout default for HTTP/HTTP2/GRPC is 5 minutes. The idleTimeout default for TCP is 1 hour." ${ecsApi}`;
const request = `15 seconds, which AWS does not document, ${serviceConnectDefaults}; only idleTimeout is allowed for TCP, ${ecsApi}`;

/** What applies where a service says nothing, by the protocol of its port, which is in the task definition. */
export const idleDefaults: readonly Default[] = [
  { value: 300, cite: idle },
  { value: 3600, cite: idle },
];

/** Of HTTP, then of TCP, in seconds; `null`: none. */
export const requestDefaults: readonly Default[] = [
  { value: 15, cite: request, unverified: true },
  { value: null, cite: request },
];

/** Why the timeouts of a proxy with several ports are not one value, and what makes them one. */
export const whyPort = 'depends on the port: each has its own, and the default of HTTP is not that of TCP';
export const settlesPort =
  'write the timeout, the same for every port, or describe the proxy in the path: `mesh: { name, requestTimeout, idleTimeout }`';

/** Candidates of a default for a mesh that no resource describes. */
export function eitherOf(defaults: readonly Default[], attribute: string): Setting<Seconds | null> {
  const all = defaults.map(({ value, cite, unverified }): Known<Seconds | null> => ({
    state: 'known',
    value: typeof value === 'number' ? value : null,
    from: [
      {
        level: 'default',
        subject: 'Service Connect',
        attribute,
        text: typeof value === 'number' ? String(value) : null,
        cite,
        ...(unverified === true ? { unverified } : {}),
      },
    ],
  }));
  return oneOf(
    all,
    `${attribute} has a default that depends on the protocol of the port, HTTP or TCP`,
    `declare \`${attribute}\``,
  );
}

/** The two limits of a Service Connect proxy. `otherwise` is what applies where the settings say nothing; 0 is off. */
export function meshTimers(
  otherwise: (setting: 'idle_timeout' | 'request_timeout') => Setting<Seconds | null> | null,
): readonly TimerSpec[] {
  const value = (setting: 'idle_timeout' | 'request_timeout'): TimerSpec['value'] => ({
    compute: (settings: Table<Setting>) =>
      settings[setting] === undefined
        ? otherwise(setting)
        : mapSetting(secondsOf(settings, setting), (seconds) => (seconds === 0 ? null : seconds)),
    setting,
  });
  return [
    {
      name: 'mesh.idle_timeout',
      as: 'mesh',
      class: 'data-idle',
      phases: ['query', 'pause'],
      value: value('idle_timeout'),
      expiry: 'orderly-close',
      cite: `"The amount of time in seconds a connection will stay active while idle. A value of 0 can be set to disable idleTimeout." ${ecsApi}`,
    },
    {
      name: 'mesh.request_timeout',
      as: 'mesh',
      class: 'request-cap',
      phases: ['query'],
      value: value('request_timeout'),
      expiry: 'request-error',
      cite: `"The amount of time waiting for the upstream to respond with a complete response per request. A value of 0 can be set to disable perRequestTimeout." ${ecsApi}`,
    },
  ];
}
