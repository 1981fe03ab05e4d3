import { incoming, mayLead } from './follow';
import type { Graph } from './graph';
import type { Default } from './kind';
import type { Node } from './node';
import { known, unknown, type Setting } from './setting';
import { attributeOf } from './timers';

/** One setting of the pool that a proxy keeps. */
export type PoolSetting = {
  /** The target group that says it, or the proxy itself where no document shows one. */
  readonly owner: Node;
  readonly attribute: string;
  readonly value: Setting;
};

/**
 * A setting of a proxy's connection pool. It is written in the proxy's target group, which AWS makes with every proxy: where no
 * document shows one, the documented default applies. Unknown where a target group may belong to this proxy or to another.
 */
export function poolSetting(graph: Graph, proxy: Node, name: string, documented: Default): PoolSetting {
  const [group] = incoming(graph, proxy, 'proxy', 'proxy-target-group');
  if (group !== undefined) {
    const value = group.settings[name] ?? byDefault(group, name, documented);
    return { owner: group, attribute: attributeOf(group, name), value };
  }
  const unsure = Object.values(graph.nodes).find(
    (node) => node.kind.name === 'proxy-target-group' && (node.links.proxy ?? []).some((link) => mayLead(link, proxy)),
  );
  const value =
    unsure === undefined
      ? byDefault(proxy, name, documented)
      : unknown(`which proxy ${unsure.subject} belongs to is not known`, 'pass the document that shows it');
  return { owner: proxy, attribute: name, value };
}

function byDefault(subject: Node, name: string, { value, cite }: Default): Setting {
  return known(value, {
    level: 'default',
    subject: subject.subject,
    attribute: name,
    text: value === null ? null : String(value),
    cite,
  });
}
