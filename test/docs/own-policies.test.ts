import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testPolicy } from 'holdfast/testing';
import type { Policy } from '../../lib/core/policy';
import { blocksOf, pages } from './_pages';

const page = pages.find(({ file }) => file === 'docs/own-policies.md') ?? { file: '', text: '' };
const names = [...page.text.matchAll(/^`policies\/([^`]+\.js)`/gm)].map(([, name = '']) => name);
const blocks = blocksOf(page, 'js');

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-own-policies-'));
names.forEach((name, index) => writeFileSync(path.join(folder, name), blocks[index] ?? ''));
afterAll(() => rmSync(folder, { recursive: true }));

// Its cases run here, as they run at a reader's.
// eslint-disable-next-line @typescript-eslint/no-require-imports
require(path.join(folder, 'internal-alb-outlasts-query.test.js'));

describe('the page about policies of your own', () => {
  it('shows a policy and its test, each by the name of its file', () => {
    expect(names).toEqual(['internal-alb-outlasts-query.js', 'internal-alb-outlasts-query.test.js']);
    expect(blocks).toHaveLength(2);
  });
});

describe('a table of cases without a runner', () => {
  it('says what is missing and how to hand it over', () => {
    const policy = { id: 'mine' } as Policy;
    expect(() => testPolicy(policy, [], {} as never)).toThrow(
      "no `describe` is global: testPolicy(policy, cases, require('node:test'))",
    );
  });
});
