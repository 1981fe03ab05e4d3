import type { EntryList } from '../coverage';
import { html } from './markup';
import type { Markup } from './markup';
import { prose } from './words';

/** More entries than this are folded. */
const mostOpen = 12;

/** Lists of sentences under their titles; a long one is folded. */
export function entryLists(lists: readonly EntryList[]): readonly Markup[] {
  return lists.map(({ title, entries }) => {
    const items = html`<ul>
      ${entries.map((entry) => html`<li>${prose(entry)}</li> `)}
    </ul>`;
    if (title === '') return items;
    return folded(`${title} (${entries.length})`, items, entries.length <= mostOpen);
  });
}

/** A part that can be folded away. */
export function folded(title: string, content: Markup | readonly Markup[], isOpen: boolean): Markup {
  return html`<details class="list" ${isOpen ? html` open` : null}>
    <summary>${title}</summary>
    ${content}
  </details> `;
}
