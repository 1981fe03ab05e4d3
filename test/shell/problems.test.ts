import { renderProblems } from '../../lib/shell/problems';

it.each([
  [{ message: 'no file was named' }, 'holdfast: no file was named\n'],
  [
    { message: 'unknown key', location: { document: 'holdfast.yaml', file: 'holdfast.yaml', line: 4, column: 5 } },
    'holdfast: holdfast.yaml:4:5: unknown key\n',
  ],
  [{ message: 'plan.json: is empty', location: { document: 'plan.json' } }, 'holdfast: plan.json: is empty\n'],
  [{ message: 'first\nsecond' }, 'holdfast: first\n  second\n'],
  [{ message: 'a\u001b[2Jb' }, 'holdfast: a\\u{1b}[2Jb\n'],
])('%j', (problem, shown) => {
  expect(renderProblems([problem])).toBe(shown);
});
