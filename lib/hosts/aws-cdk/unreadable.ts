import type { Reading } from '../../core/fact';

/** A template that nothing could be read from: the judgement is incomplete without it. `why` follows its name. */
export function unreadable(document: string, why: string): Reading {
  return {
    document,
    source: 'template',
    facts: [],
    notes: [{ what: document, why: `${why}, so nothing in it was judged`, level: 'incomplete' }],
  };
}
