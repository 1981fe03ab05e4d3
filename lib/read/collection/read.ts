import type { Note, Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { factsOf } from '../evaluated/facts';
import { items, own, type JsonObject } from '../json';
import { readCatalogs } from './catalogs';
import { absenceNotes, failureNotes } from './failed-calls';
import { formOf, type Form } from './form';
import { resourcesOf } from './resources';
import { viewsOf } from './views';

/**
 * What a collected document says: one reading of its accounts and Regions, and one of its catalogs where it has any. What could
 * not be read is unknown, and notes say what it was and which permission it takes. Throws an `InputError` for a document of
 * another version, or one that is not whole.
 */
export function readCollection(document: string, body: JsonObject, kinds: readonly Kind[]): readonly Reading[] {
  const form = formOf(document, body);
  const [catalogs, failed] = [items(own(body, 'catalogs')), items(own(body, 'failedCatalogs'))];
  const { facts, notes } = factsOf(resourcesOf(document, form.regions, kinds), kinds);
  return [
    {
      document,
      source: 'account',
      facts,
      views: viewsOf(form),
      notes: [
        ...extentNotes(document, form, catalogs.length + failed.length > 0),
        ...form.notes,
        ...failureNotes(document, form.regions),
        ...absenceNotes(document, form.regions),
        ...notes,
      ],
    },
    ...(catalogs.length + failed.length > 0 ? [readCatalogs(document, catalogs, failed)] : []),
  ];
}

function extentNotes(
  document: string,
  { complete, collectedAt, regions }: Form,
  hasCatalogs: boolean,
): readonly Note[] {
  const note = (why: string, level: Note['level']): Note => ({ what: document, why, level, location: { document } });
  const isEmpty = regions.every(({ resources }) => resources.length === 0) && !hasCatalogs;
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
