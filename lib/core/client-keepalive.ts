import { carried, textsIn } from './client-carriers';
import type { ClientSpec, Default } from './kind';
import type { Node } from './node';
import { known, unknown, valueOf, type Setting, type Step } from './setting';

/** The three times of a keepalive. */
type KeepaliveTime = 'idle' | 'interval' | 'count';

/** How Linux calls them (facts: aws-network 5). */
export const kernelSettings: Readonly<Record<KeepaliveTime, string>> = {
  idle: 'net.ipv4.tcp_keepalive_time',
  interval: 'net.ipv4.tcp_keepalive_intvl',
  count: 'net.ipv4.tcp_keepalive_probes',
};

/**
 * A time of a keepalive that was switched on without saying it: what the operating system of the client does. A container
 * definition shows what it changes; of a machine nothing is shown, so it is assumed to change nothing.
 */
export function systemTime(time: KeepaliveTime, carriers: readonly Node[], system: ClientSpec['system']): Setting {
  const attribute = kernelSettings[time];
  const shown = carried(carriers, 'sysctls');
  if (shown !== null && shown.value.state !== 'known')
    return unknown(shown.value.why, shown.value.settles, shown.value.state === 'unknown' ? shown.value.from : []);
  const isContainer = carriers.some(hasOwnKernel);
  const written = shown === null ? undefined : textsIn(shown.value)[attribute];
  if (shown === null || written === undefined)
    return known(system[time].value, {
      ...defaultStep(attribute, system[time]),
      ...(isContainer ? {} : unseenKernel),
    });
  if (isApart(shown.carrier, attribute))
    return unknown(
      `${attribute} is set for some containers of ${shown.carrier.subject} and not for others, and in its network mode each has its own`,
      'set it in `systemControls` of every container, or use the network mode awsvpc',
    );
  const location = shown.value.state === 'known' ? shown.value.from.at(-1)?.location : undefined;
  const step: Step = {
    level: 'own',
    subject: shown.carrier.subject,
    attribute,
    text: written,
    ...(location === undefined ? {} : { location }),
  };
  return /^\s*[1-9]\d{0,8}\s*$/.test(written)
    ? known(Number(written), step)
    : unknown(`${attribute} of ${shown.carrier.subject} is no whole number`, 'write a whole number above 0', [step]);
}

/** Whether a resource says what its kernel does: containers do, unless they share the network of a machine that no document shows. */
export function hasOwnKernel({ kind, settings }: Node): boolean {
  return kind.settings.sysctls !== undefined && valueOf(settings.network_mode) !== 'host';
}

/** Whether only some of the containers have it, and which of them opens the connections is not asked here. */
function isApart({ settings: { sysctls_apart: apart } }: Node, attribute: string): boolean {
  return apart?.state === 'known' && Array.isArray(apart.value) && apart.value.includes(attribute);
}

const unseenKernel = { assumed: 'declare `keepalive` beside `client` if its machine sets other times' };

function defaultStep(attribute: string, { value, cite, unverified }: Default): Step {
  return {
    level: 'default',
    subject: 'Linux',
    attribute,
    text: String(value),
    cite,
    ...(unverified === undefined ? {} : { unverified }),
  };
}
