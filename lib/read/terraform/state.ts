import type { Note, Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { own, type JsonObject } from '../json';
import { configured } from './configuration';
import { factsOf } from './facts';
import { stateResources } from './state-rows';
import { versionNotes } from './version-note';

/** The newest minor format version of states that this reader was tried on. */
const newestMinor = 0;

/** What a state says is there. Everything in it is known; it has no configuration, so links are by known names only. */
export function readState(document: string, state: JsonObject, kinds: readonly Kind[]): Reading {
  const resources = stateResources(own(state, 'values'), '/values');
  const { facts, notes } = factsOf(document, 'state', configured(state), resources, kinds);
  return {
    document,
    source: 'state',
    facts,
    notes: [...versionNotes(document, state, newestMinor), ...extentNotes(document, facts.length), ...notes],
  };
}

function extentNotes(document: string, facts: number): readonly Note[] {
  const location = { document };
  if (facts === 0) {
    return [
      {
        what: document,
        why: 'the state is empty, so there is nothing to judge. If a plan was meant: `terraform show -json` reads no standard input, name the plan file',
        level: 'incomplete',
        location,
      },
    ];
  }
  return [
    { what: document, why: 'a state, not a plan: judged is what is there, not what will be', level: 'info', location },
  ];
}
