import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Screenshots and papers of the last run, to be looked at. */
export const album = path.resolve(__dirname, '../../.browser');

/** A page that was opened, and what it did meanwhile. */
export type Opened = {
  readonly page: Page;
  /** Addresses of everything that was asked for, the document itself included. */
  readonly requests: readonly string[];
  /** Messages of the console, violations of the page's own policy among them, errors and dialogs. */
  readonly messages: readonly string[];
};

/** The browser that scripts/browser-check.mjs found, and pages in it; `close` when done. */
export async function startBrowser(): Promise<{
  readonly browser: Browser;
  readonly open: (html: string, options?: BrowserContextOptions, prepare?: string) => Promise<Opened>;
  readonly close: () => Promise<void>;
}> {
  const executablePath = process.env.CHROMIUM;
  if (executablePath === undefined) throw new Error('CHROMIUM names no browser: run `npm run test:browser`');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-browser-'));
  mkdirSync(album, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: flags });
  let files = 0;
  return {
    browser,
    open: async (html, options = {}, prepare) => {
      files += 1;
      const file = path.join(folder, `${files}.html`);
      writeFileSync(file, html);
      const context = await browser.newContext(options);
      if (prepare !== undefined) await context.addInitScript(prepare);
      const page = await context.newPage();
      const requests: string[] = [];
      const messages: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      page.on('dialog', (dialog) => {
        messages.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(`file://${file}`);
      return { page, requests, messages };
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
