import type { Problem } from '../core/configuration';
import { placeOf } from '../report/provenance';
import { visibleText } from '../report/visible';

/** Problems as stderr shows them: `holdfast: FILE:LINE:COL: message`, one line each. */
export function renderProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ message, location }) => {
      const place = location === undefined ? '' : `${placeOf(location)}: `;
      // A document that is refused is named by the message itself.
      const name = location === undefined ? '' : `${location.document}: `;
      const said = message.startsWith(name) ? message.slice(name.length) : message;
      return `holdfast: ${place}${said.split('\n').map(visibleText).join('\n  ')}\n`;
    })
    .join('');
}
