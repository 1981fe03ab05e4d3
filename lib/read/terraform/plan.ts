import type { Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { own, type JsonObject } from '../json';
import { configured, moduleSources } from './configuration';
import { driftNotes } from './drift';
import { factsOf } from './facts';
import { kindsByType } from './kind-of';
import { extentOf, planNotes } from './plan-notes';
import { plannedAddresses, plannedResources } from './plan-rows';
import { stateResources } from './state-rows';
import { versionNotes } from './version-note';

/** The newest minor format version that this reader was tried on. */
const newestMinor = 2;

/**
 * What a plan says will be there after it is applied. The data sources that it has read come from its prior state, and so do
 * the objects that a partial plan leaves out.
 */
export function readPlan(document: string, plan: JsonObject, kinds: readonly Kind[]): Reading {
  const prior = stateResources(own(own(plan, 'prior_state'), 'values'), '/prior_state/values');
  const addresses = plannedAddresses(plan);
  const outside = prior.filter((one) => one.mode === 'managed' && !addresses.has(one.address));
  const extent = extentOf(plan, outside.length);
  const left = extent === 'partial' || extent === 'refresh-only' ? outside : [];
  const looked = prior.filter((one) => one.mode === 'data' && !addresses.has(one.address));
  const resources = [...plannedResources(plan), ...looked, ...left];
  const configuration = configured(plan);
  const { facts, notes } = factsOf(document, 'plan', configuration, resources, kinds);
  return {
    document,
    source: 'plan',
    facts,
    notes: [
      ...versionNotes(document, plan, newestMinor),
      ...planNotes(document, plan, extent, left.length),
      ...driftNotes(document, plan, kindsByType(kinds)),
      ...notes,
    ],
    modules: moduleSources(configuration),
  };
}
