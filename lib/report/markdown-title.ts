import type { Report } from '../core/report';
import { titleOf } from './title';
import type { Title } from './title';

const signs: Readonly<Record<Title['is'], string>> = { bad: '❌', open: '⚠️', good: '✅' };

/** The first line that is seen: the verdict on the whole in words, with a sign that repeats it. */
export function markdownTitle(report: Report): string {
  const { is, text } = titleOf(report);
  return `### ${signs[is]} Holdfast: ${text}`;
}
