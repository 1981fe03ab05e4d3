import { writeFileSync } from 'node:fs';
import github from '../../../lib/report/formats/github';
import markdown from '../../../lib/report/formats/markdown';
import { examples, judgedExample } from '../judged-example';
import { mixed, plain } from '../sample';
const context = { ...plain, commentTag: null };
it.each([...examples, 'mixed' as const])('%s', (name) => {
  const made = name === 'mixed' ? mixed() : judgedExample(name);
  writeFileSync(`/tmp/b/f2/out/${name}.md`, markdown.render(made, context));
  writeFileSync(`/tmp/b/f2/out/${name}.github.txt`, github.render(made, context));
});
