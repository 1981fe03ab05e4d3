import type { LinkSpec, SettingSpec, Spelled } from '../core/kind';
import { unknown, type Seconds, type Setting, type Table } from '../core/setting';
import type { TimerSpec } from '../core/timer';
import { clientTimers } from './_client';
import { conntrackTimeout } from './_conntrack';
import { ec2Api } from './_sources';

/** Where a kind names the launch template that its instances are made from, by one of its attributes. */
export type TemplateName = Required<Omit<Spelled, 'account'>> & { readonly by: 'id' | 'name' };

/** The launch template that an instance or a group names as its own. */
export const ownTemplate = {
  launch_template: { terraform: 'launch_template.id', cloudformation: 'LaunchTemplate.LaunchTemplateId', by: 'id' },
  launch_template_name: {
    terraform: 'launch_template.name',
    cloudformation: 'LaunchTemplate.LaunchTemplateName',
    by: 'name',
  },
} as const satisfies Readonly<Record<string, TemplateName>>;

/** The links to launch templates, by the names of the settings that {@link launchedSettings} makes beside them. */
export function templateLinks(names: Readonly<Record<string, TemplateName>>): Readonly<Record<string, LinkSpec>> {
  return Object.fromEntries(
    Object.entries(names).map(([link, { by, ...spelled }]) => [
      link,
      { ...spelled, to: ['launch-template'], by: [by] },
    ]),
  );
}

/**
 * The settings of what runs on EC2. `conntrack_timeout` is its own only where no launch template is named: what a template
 * says counts, and core/client takes it from there.
 */
export function launchedSettings(names: Readonly<Record<string, TemplateName>>): Readonly<Record<string, SettingSpec>> {
  const named = Object.entries(names).map(([name, { terraform, cloudformation }]): [string, SettingSpec] => [
    name,
    { as: 'text', terraform, cloudformation, cite: `LaunchTemplateSpecification, ${ec2Api}` },
  ]);
  const isNamed = (settings: Table<Setting>): boolean => named.some(([name]) => settings[name] !== undefined);
  return {
    ...Object.fromEntries(named),
    conntrack_timeout: {
      ...conntrackTimeout,
      defaults: (settings) => (isNamed(settings) ? null : conntrackTimeout.defaults),
    },
  };
}

/** A launch template that is named and not in view may say anything that EC2 takes. */
function conntrackOf({ conntrack_timeout: timeout }: Table<Setting>): Setting<Seconds | null> {
  return (
    (timeout as Setting<Seconds | null> | undefined) ??
    unknown(
      'the launch template, which says how long idle connections are tracked, is not in the documents',
      'pass the document that holds the launch template as well',
      [],
      { min: conntrackTimeout.range.min, max: conntrackTimeout.range.max },
    )
  );
}

/** The timers of a client that runs on EC2. */
export const launchedTimers: readonly TimerSpec[] = clientTimers.map((timer) =>
  timer.name === 'client.conntrack_timeout'
    ? { ...timer, value: { compute: conntrackOf, setting: 'conntrack_timeout' } }
    : timer,
);
