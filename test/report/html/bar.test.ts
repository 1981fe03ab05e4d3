import type { TimelineRow } from '../../../lib/core/report';
import { loneMark, promiseBar, rulerBar, timerBar } from '../../../lib/report/html/bar';
import { written } from '../../../lib/report/html/markup';
import { scaleFor } from '../../../lib/report/scale';
import { row } from '../sample';
import { readHtml } from './html-reader';
import type { Element } from './html-reader';

// 1 s to 10000 s (8000 s and a quarter): a quarter of the width for each power of ten.
const scale = scaleFor([1, 8000], 2);

const drawn = (change: Partial<TimelineRow>): readonly Element[] =>
  readHtml(written(timerBar(row({ demand: 100, ...change }), scale)));
/** What is drawn besides the grid, and where. */
const shapes = (change: Partial<TimelineRow>): readonly string[] =>
  drawn(change)
    .filter(({ name, attributes }) => name !== 'svg' && attributes.class !== undefined)
    .map(({ attributes: { class: is, x, x1, x2, width } }) => {
      if (x1 !== undefined) return `${is} ${x1} to ${x2}`;
      return width === undefined ? `${is} at ${x}` : `${is} ${x} + ${width}`;
    });

describe('the bar of a timer', () => {
  it.each<readonly [string, Partial<TimelineRow>, readonly string[]]>([
    [
      'that fires too early',
      { effect: 'cuts', at: { from: 10, to: 10 } },
      ['need 0% + 50%', 'lost 25% + 25%', 'cuts at 25%'],
    ],
    ['that outlives', { at: { from: 1000, to: 1000 } }, ['need 0% + 50%', 'outlives at 75%']],
    [
      'that is kept from firing',
      { effect: 'kept-alive', at: { from: 10, to: 10 } },
      ['need 0% + 50%', 'kept-alive at 25%'],
    ],
    [
      'of two values',
      { effect: 'may-cut', at: { from: 10, to: 1000 } },
      ['need 0% + 50%', 'span 25% to 75%', 'may-cut at 25%', 'may-cut at 75%'],
    ],
    [
      'of two values that both cut: lost for sure after the later',
      { effect: 'cuts', at: { from: 1, to: 10 } },
      ['need 0% + 50%', 'lost 25% + 25%', 'span 0% to 25%', 'cuts at 0%', 'cuts at 25%'],
    ],
    [
      'that fires or never',
      { effect: 'may-cut', at: { from: 10, to: null } },
      ['need 0% + 50%', 'span 25% to 100%', 'may-cut at 25%', 'never at 100%'],
    ],
    ['that is off', { at: null }, ['need 0% + 50%', 'never at 100%']],
    ['of which nothing is known', { effect: 'may-cut', at: null }, ['need 0% + 50%', 'may-cut at 100%']],
    ['that has nothing to outlive', { at: { from: 10, to: 10 }, demand: null }, ['outlives at 25%']],
  ])('%s', (_, change, expected) => {
    expect(shapes(change)).toEqual(expected);
  });

  it.each<readonly [Partial<TimelineRow>, string]>([
    [{ at: { from: 60, to: 60 } }, 'fires at 60 s; has to outlast 100 s'],
    [{ at: { from: 60, to: 300 } }, 'fires between 60 s and 5 min; has to outlast 100 s'],
    [{ at: { from: 60, to: null } }, 'fires at 60 s or never; has to outlast 100 s'],
    [{ at: null }, 'never fires; has to outlast 100 s'],
    [{ at: null, effect: 'may-cut' }, 'when it fires is not known; has to outlast 100 s'],
    [{ at: null, effect: 'kept-alive' }, 'never fires; has to outlast 100 s'],
    [{ at: null, demand: null }, 'never fires'],
  ])('says in words what it shows: %j', (change, words) => {
    expect(drawn(change)[0]).toMatchObject({ name: 'svg', attributes: { role: 'img', 'aria-label': words } });
  });
});

describe('the ruler', () => {
  it('names its ticks where there is room', () => {
    const names = readHtml(written(rulerBar(scale))).filter(({ name }) => name === 'text');
    // 60 s stands at 44.45 %, 600 s at 69.45 %, 3600 s at 88.91 %.
    expect(names.map(({ text, attributes }) => [text, attributes.x])).toEqual([
      ['1 s', '0%'],
      ['10 s', '25%'],
      ['1 min', '44.45%'],
      ['10 min', '69.45%'],
      ['1 h', '88.91%'],
    ]);
  });

  it('leaves out names that would run into each other', () => {
    const wide = scaleFor([0.001, 8_000_000], 2);
    const names = readHtml(written(rulerBar(wide))).filter(({ name }) => name === 'text');
    // A power of ten takes a tenth of the width: every second name, and 1 min stands too near to 10 s.
    expect(names.map(({ text }) => text)).toEqual(['1 ms', '100 ms', '10 s', '10 min', '10 h', '10 d']);
  });
});

describe('the promise', () => {
  it('is as long as a query may take', () => {
    const elements = readHtml(written(promiseBar(100, scale)));
    expect(elements[0]?.attributes['aria-label']).toBe('promised 100 s');
    expect(elements.at(-1)?.attributes).toMatchObject({ class: 'promise', x: '0%', width: '50%' });
  });
});

describe('the legend', () => {
  it.each(['need', 'cuts', 'may-cut', 'outlives', 'kept-alive', 'never'])('has the mark %s', (mark) => {
    expect(readHtml(written(loneMark(mark))).at(-1)?.attributes.class).toBe(mark);
  });
});
