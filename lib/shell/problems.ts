import type { Problem } from '../core/configuration';
import { placeOf } from '../report/provenance';
import { visibleText } from '../report/visible';

/** Problems as stderr shows them: `holdfast: FILE:LINE:COL: message`, one line each. */
export function renderProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ message, location }) => {
      // A document that is refused is named by the message itself.
      const isNamed = location === undefined || message.startsWith(`${location.document}:`);
      const place = isNamed ? '' : `${placeOf(location)}: `;
      return `holdfast: ${place}${message.split('\n').map(visibleText).join('\n  ')}\n`;
    })
    .join('');
}
