import { visible, visibleText } from '../visible';
import { html } from './markup';
import type { Markup } from './markup';

/** A name as code that a narrow screen may break behind its dots, slashes and underscores, and that is still copied whole. */
export function code(name: string): Markup {
  return html`<code>${breakable(visible(name))}</code>`;
}

/** A sentence; names in backticks become code. */
export function prose(text: string): Markup {
  const pieces = visibleText(text).split(/`([^`]+)`/);
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<code>${breakable(piece)}</code>` : breakable(piece)))}`;
}

function breakable(text: string): readonly (string | Markup)[] {
  // Between letters alone: nobody breaks `1.5 s` or the end of a sentence.
  return text.split(/(?<=\w[._/:])(?=[A-Za-z])/).flatMap((piece, at) => (at === 0 ? [piece] : [html`<wbr />`, piece]));
}
