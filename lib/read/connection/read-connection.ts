import type { Connection, ConnectionForm } from '../../core/connection';
import type { DriverSpec } from '../../core/driver';
import { drivers } from '../../kinds/drivers';
import { adoApart } from './ado';
import { hiddenConnection } from './hidden';
import { iniApart } from './ini';
import { jdbcApart } from './jdbc';
import { keywordsApart } from './keywords';
import { sanitised } from './sanitised';
import { opaque, type Apart } from './taken-apart';
import { urlApart } from './url';
import { vocabularyOf, type Vocabulary } from './vocabulary';

/** Longer than any connection string, and than most files of PgBouncer. */
const longest = 100_000;

/**
 * What the text of a variable says about its connections, of everything that may be secret only that it was there; `null`
 * where it is no connection string of PostgreSQL. Parts that are not known stand in the text as `opaque`: in place of a user,
 * password, host or database they change nothing, anywhere else the whole text counts as not in view, for `cause`.
 */
export function readConnection(
  name: string,
  text: string,
  container: string | null,
  vocabulary: readonly DriverSpec[] = drivers,
  cause: Connection['hidden'] = null,
): Connection | null {
  const words = vocabularyOf(vocabulary);
  const found = formOf(name, text.slice(0, longest).trim(), words);
  if (found === null) return null;
  const { form, apart } = found;
  const hide = ({ why, settles }: NonNullable<Connection['hidden']>): Connection =>
    hiddenConnection({ name, container, form }, why, settles);
  if (text.length > longest) return hide({ why: 'is longer than what is read here', settles: 'write it shorter' });
  if (openEnd.test(text)) return hide(cause ?? { why: 'ends in a part that is not known', settles: 'write it out' });
  if ('why' in apart) return hide(cause ?? apart);
  const said = sanitised(form, apart, words);
  return 'why' in said ? hide(cause ?? said) : { name, container, form, hidden: null, ...said };
}

/** A part that is not known, right behind a known word or another one: it may hold parameters. */
const openEnd = new RegExp(`[\\p{L}\\p{N}${opaque}]${opaque}\\s*$`, 'u');

/** What an inline `connection` of the configuration says; `null` where it is no connection string of PostgreSQL. */
export function connectionOfText(name: string, text: string): Connection | null {
  return readConnection(name, text, null);
}

type Found = { readonly form: ConnectionForm; readonly apart: NonNullable<Apart> };

function formOf(name: string, text: string, { schemes }: Vocabulary): Found | null {
  const forms: readonly (readonly [ConnectionForm, () => Apart])[] = [
    ['jdbc', () => jdbcApart(text, schemes)],
    ['url', () => urlApart(text, schemes)],
    ['ini', () => iniApart(text)],
    ['keywords', () => keywordsApart(text)],
    ['ado', () => adoApart(name, text)],
  ];
  for (const [form, take] of forms) {
    const apart = take();
    if (apart !== null) return { form, apart };
  }
  return null;
}
