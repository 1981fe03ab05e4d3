import type { Note, Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { factsOf } from '../evaluated/facts';
import { items, own, type JsonObject } from '../json';
import { absenceNotes, failureNotes } from './failed-calls';
import { formOf, type Form } from './form';
import { resourcesOf } from './resources';

/**
 * What a collected document says: one reading of the accounts and Regions in it. What could not be read is unknown, and notes say what
 * it was and which permission it takes. Throws an `InputError` for a document of another version, or one that is not whole.
 */
export function readCollection(document: string, body: JsonObject, kinds: readonly Kind[]): readonly Reading[] {
  const form = formOf(document, body);
  const { facts, notes } = factsOf(resourcesOf(document, form.regions, kinds), kinds);
  return [
    {
      document,
      source: 'account',
      facts,
      notes: [
        ...extentNotes(document, form, items(own(body, 'catalogs')).length),
        ...form.notes,
        ...failureNotes(document, form.regions),
        ...absenceNotes(document, form.regions),
        ...notes,
      ],
    },
  ];
}

function extentNotes(document: string, { complete, collectedAt, regions }: Form, catalogs: number): readonly Note[] {
  const note = (why: string, level: Note['level']): Note => ({ what: document, why, level, location: { document } });
  const isEmpty = regions.every(({ resources }) => resources.length === 0) && catalogs === 0;
  const isSilent = regions.every(({ failed }) => failed.length === 0);
  return [
    ...(complete
      ? []
      : [note('it was interrupted, so what is not in it may be there all the same; collect again', 'incomplete')]),
    ...(isEmpty && isSilent
      ? [
          note(
            'nothing was found in it, so there is nothing to judge; see which account and Region was meant',
            'incomplete',
          ),
        ]
      : []),
    note(
      `collected ${collectedAt === null ? 'at a time that it does not tell' : collectedAt.slice(0, 40)}: judged is what was there then`,
      'info',
    ),
  ];
}
