import type { WorkloadReport } from '../../../lib/core/report';
import { html, written } from '../../../lib/report/html/markup';
import { legend as drawnLegend, timeline } from '../../../lib/report/html/timeline';
import { legend, renderTimeline } from '../../../lib/report/timeline';
import { paint } from '../../../lib/shell/colour';
import { examples, judgedExample } from '../judged-example';
import { mixed, row, workload } from '../sample';
import { readHtml } from './html-reader';

const cases: readonly (readonly [string, WorkloadReport])[] = [
  ...examples.flatMap((name) => judgedExample(name).workloads.map((one) => [`${name}: ${one.name}`, one] as const)),
  ...mixed().workloads.map((one) => [`mixed: ${one.name}`, one] as const),
  ['a path without timers', workload({ timeline: [], paths: ['a → b'] })],
  [
    'kept alive whatever it is',
    workload({ timeline: [row({ effect: 'kept-alive', at: null, because: 'x sends a probe every 60 s' })] }),
  ],
];

const width = 4000;
const labelColumns = width * 0.4;

/** What the drawing in characters says, without its bars. */
function inCharacters(made: WorkloadReport): readonly string[] {
  return renderTimeline(made, { width, paint: paint(false) }).flatMap((line) => {
    const label = line.slice(2, 2 + labelColumns).trim();
    const effect = line.slice(2 + labelColumns).replace(/^[-=X?|~> ]*/, '');
    if (label === '') return [];
    return [effect === '' ? label : `${label}: ${effect}`];
  });
}

/** What the picture says, in its order. */
function asPicture(made: WorkloadReport): readonly string[] {
  const elements = readHtml(`<div>${written(html`${timeline(made)}`)}</div>`);
  return elements.flatMap(({ name, text, attributes }, at) => {
    if (['h4', 'h5', 'p'].includes(name)) return [text];
    if (attributes.class !== 'label' || text === '') return [];
    const after = elements.slice(at);
    const effect = after.findIndex((one) => one.attributes.class === 'effect');
    const bold = after[effect + 1];
    return [`${text}: ${bold?.name === 'b' ? bold.text : after[effect]?.text}`];
  });
}

describe('the picture', () => {
  it.each(cases)('says what the drawing in characters says, in its order: %s', (_, made) => {
    expect(asPicture(made)).toEqual(inCharacters(made));
  });

  it('has the marks of the drawing', () => {
    const words = readHtml(written(drawnLegend)).filter(({ name }) => name === 'li');
    expect(words.map(({ text }) => text)).toEqual(legend.split(/ {3}/).map((entry) => entry.slice(2)));
  });
});
