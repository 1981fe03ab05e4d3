import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { symptoms } from '../../lib/report/symptom';
import { leads, pages, proseOf, root } from './_pages';

const pageOf = (file: string) => pages.find((page) => page.file === file) ?? { file, text: '' };
/** What `[text](target)` and `<https://...>` lead to. */
const targetsOf = (text: string): readonly string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);

describe('the documentation', () => {
  it('says what the sources say (`npm run docs` writes it)', () => {
    const script = path.join(root, 'scripts/docs.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
    expect(stderr.replace(/^npm warn.*\n/gm, '')).toBe('');
    expect(status).toBe(0);
  }, 120_000);

  it.each(pages.map((page) => [page.file, page] as const))('%s leads to what is there', (file, page) => {
    const targets = targetsOf(proseOf(page));
    const broken = targets.filter((to) => (/^[a-z]+:/.test(to) ? !URL.canParse(to) : !leads(file, to)));
    expect(broken).toEqual([]);
  });

  it.each(pages.map((page) => [page.file, page] as const))('%s leads to what the package holds too', (file, page) => {
    const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { files: readonly string[] };
    const linked = targetsOf(proseOf(page)).filter((to) => !/^[a-z]+:/.test(to) && !to.startsWith('#'));
    const places = linked.map((to) => path.posix.join(path.posix.dirname(file), to.replace(/#.*/, '')));
    // npm packs package.json whatever `files` says.
    const packed = (place: string) => [...files, 'package.json'].some((one) => `${place}/`.startsWith(`${one}/`));
    expect([file, ...places].filter((place) => !packed(place))).toEqual([]);
  });

  it('is found from README and from its index', () => {
    expect(targetsOf(pageOf('README.md').text)).toEqual(
      expect.arrayContaining(['docs/README.md', 'docs/symptoms/README.md', 'docs/policies/README.md']),
    );
    const found = new Set(['docs/README.md']);
    for (const file of found) {
      const linked = targetsOf(proseOf(pageOf(file))).filter((to) => to.endsWith('.md') && !/^[a-z]+:/.test(to));
      for (const to of linked) found.add(path.posix.join(path.posix.dirname(file), to));
    }
    expect(pages.map(({ file }) => file).filter((file) => !found.has(file))).toEqual([]);
  });

  it('has a page for each policy and none for another one', () => {
    const named = pages.flatMap(({ file }) => /^docs\/policies\/(?!README)(.*)\.md$/.exec(file)?.[1] ?? []);
    expect(named).toEqual(builtinPolicies.map(({ id }) => id).sort());
  });
});

describe('the page of a policy', () => {
  it.each(builtinPolicies.map(({ id }) => [id]))('%s has all its parts', (id) => {
    const headings = [...pageOf(`docs/policies/${id}.md`).text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining(['Why', 'An example that fails', 'The same, mended', 'Fix', 'Options', 'References']),
    );
    expect(pageOf(`docs/policies/${id}.md`).text).toContain('Holdfast says: ');
  });
});

describe('the page of a symptom', () => {
  it.each(Object.entries(symptoms))('%s is called as the policies call it', (name, title) => {
    expect(pageOf(`docs/symptoms/${name}.md`).text.split('\n')[0]).toBe(`# ${title}`);
  });

  it.each(Object.keys(symptoms))('%s names a timer, tells its causes apart and a command that finds it', (name) => {
    const page = pageOf(`docs/symptoms/${name}.md`);
    expect(page.text).toMatch(/<!-- timers: [\s\S]*\]\(\.\.\/policies\/[\s\S]*<!-- timers end -->/);
    expect(page.text).toMatch(/^```sh\nholdfast /m);
    expect(
      proseOf(page)
        .split('\n')
        .filter((line) => line.startsWith('| ---')).length,
    ).toBeGreaterThanOrEqual(2);
  });
});
