import { createHash } from 'node:crypto';
import { html } from '../../../lib/report/html/markup';
import { page } from '../../../lib/report/html/page';
import { readHtml } from './html-reader';

const made = page({ title: 'a < b', header: html`<header></header>`, main: html`<p>x</p>`, footer: html`y` });
const elements = readHtml(made);
const one = (name: string) => elements.filter((element) => element.name === name);
const inside = (name: string): string => new RegExp(`<${name}>([^]*?)</${name}>`).exec(made)?.[1] ?? '';

describe('the page', () => {
  it.each(['style', 'script'])('lets its own %s act and no other', (name) => {
    const policy = one('meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const hash = createHash('sha256').update(inside(name)).digest('base64');
    expect(policy?.attributes.content).toContain(`${name}-src 'sha256-${hash}'`);
    expect(policy?.attributes.content).toMatch(/^default-src 'none'; /);
    expect(one(name)).toHaveLength(1);
  });

  it('names no address to fetch', () => {
    const addresses = elements.flatMap(({ attributes: { src, href } }) => [src, href]);
    const fetched = addresses.filter((one) => one !== undefined && !one.startsWith('#') && one !== 'data:,');
    expect(fetched).toEqual([]);
    expect(inside('style')).not.toMatch(/@import|@font-face|url\((?!#)/);
    expect(inside('script')).not.toMatch(/fetch|XMLHttp|import|src/);
  });

  it('says its language and escapes its title', () => {
    expect(one('html')[0]?.attributes.lang).toBe('en');
    expect(one('title')[0]?.text).toBe('a < b');
  });

  it('writes no style into elements, which its policy would not allow', () => {
    expect(elements.filter(({ attributes }) => 'style' in attributes || 'onclick' in attributes)).toEqual([]);
  });
});
