import type { Default, InlineKey, SettingSpec } from '../core/kind';

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
