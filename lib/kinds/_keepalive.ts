import type { ClientSpec, Default, InlineKey, SettingSpec } from '../core/kind';
import { linuxTcp } from './_sources';

/** The three settings of a keepalive that a resource sends itself; `defaults` where the vendor documents them. */
export function keepaliveSettings(
  cite: string,
  defaults: { readonly idle: Default; readonly interval: Default; readonly count: Default } | null = null,
): { readonly [name in 'keepalive_idle' | 'keepalive_interval' | 'keepalive_count']: SettingSpec } {
  const withDefault = (value: Default | undefined): Pick<SettingSpec, 'default'> =>
    value === undefined ? {} : { default: value };
  return {
    keepalive_idle: { as: 'seconds', cite, ...withDefault(defaults?.idle) },
    keepalive_interval: { as: 'seconds', cite, ...withDefault(defaults?.interval) },
    keepalive_count: { as: 'number', cite, ...withDefault(defaults?.count) },
  };
}

/** The key that declares them together. */
export const keepaliveKey: InlineKey = {
  setting: 'keepalive_idle',
  as: 'keepalive',
  description: 'TCP keepalive of its connections: idle time before the first probe, interval, count.',
};

/** What Linux does where a program turns keepalive on and sets no times (facts: aws-network 5, "Linux defaults"). */
export const linuxKeepalive: ClientSpec['system'] = {
  idle: { value: 7200, cite: `tcp_keepalive_time: "Default: 2hours" ${linuxTcp}` },
  interval: { value: 75, cite: `tcp_keepalive_intvl: "Default value: 75sec" ${linuxTcp}` },
  count: { value: 9, cite: `tcp_keepalive_probes: "Default value: 9" ${linuxTcp}` },
};
