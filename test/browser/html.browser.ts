import path from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { hostileNames, hostileReport } from '../report/hostile';
import { examples, judgedExample } from '../report/judged-example';
import { mixed } from '../report/sample';
import { album, startBrowser } from './_browser';
import type { Opened } from './_browser';
import { estateOf, rendered } from './_reports';

let started: Awaited<ReturnType<typeof startBrowser>>;
beforeAll(async () => {
  started = await startBrowser();
});
afterAll(() => started.close());

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const themes = ['light', 'dark'] as const;
const reports: readonly (readonly [string, string])[] = [
  ...examples.map((name) => [name, rendered(judgedExample(name))] as const),
  ['mixed', rendered(mixed())],
];
const looks = reports.flatMap(([name, html]) => themes.map((colorScheme) => [name, colorScheme, html] as const));

/** What axe finds, with everything unfolded. */
async function violations(page: Page): Promise<readonly string[]> {
  await unfold(page);
  await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults>('axe.run()');
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const unfold = (page: Page): Promise<void> =>
  page.evaluate<void>('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
const overhang = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

describe('the HTML report in a browser', () => {
  it.each(looks)('%s in %s fetches nothing, and axe finds nothing', async (name, colorScheme, html) => {
    const { page, requests, messages } = await started.open(html, { colorScheme });
    for (const viewport of [phone, desktop]) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: path.join(album, `${name}-${viewport.width}-${colorScheme}.png`), fullPage: true });
    }
    expect(await violations(page)).toEqual([]);
    expect(requests.filter((url) => url !== page.url() && url !== 'data:,')).toEqual([]);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it.each(reports)('%s fits every screen, folded or not', async (_, html) => {
    const { page } = await started.open(html);
    for (const width of [320, 390, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await overhang(page)]).toEqual([width, 0]);
    }
    await unfold(page);
    for (const width of [320, 390, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await overhang(page)]).toEqual([width, 0]);
    }
    await page.context().close();
  });

  it('unfolds on paper, in light colours', async () => {
    const [name, html] = reports[0]!;
    const { page } = await started.open(html, { colorScheme: 'dark', viewport: { width: 680, height: 960 } });
    await page.pdf({ path: path.join(album, `${name}.pdf`), format: 'A4', printBackground: true });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: path.join(album, `${name}-print.png`), fullPage: true });
    expect(await page.locator('details.holds .timer').first().isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.querySelector(".card")).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await overhang(page)).toBe(0);
    await page.context().close();
  });

  it('is worked with the keyboard', async () => {
    const { page } = await started.open(reports[0]![1], { viewport: desktop });
    const holds = page.locator('details.holds');
    await holds.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await holds.getAttribute('open')).toBe('');
    await page.keyboard.press('Enter');
    expect(await holds.getAttribute('open')).toBeNull();
    await page.context().close();
  });

  it('leads from the list of workloads to one that is folded', async () => {
    const { page } = await started.open(rendered(estateOf(6)), { viewport: desktop });
    const name = await page.locator('details.holds h3').last().textContent();
    await page.locator('.overview a', { hasText: name ?? '' }).click();
    expect(await page.locator('details.holds').last().getAttribute('open')).not.toBeNull();
    await page.context().close();
  });

  describe('copies a fix', () => {
    const fix = 'resource "aws_lb" "public" {\n  idle_timeout = 91\n}';
    const copy = async ({ page }: Opened): Promise<void> => {
      await page.locator('button[data-copy]').first().click();
      await page.locator('#status:not(:empty)').waitFor({ state: 'attached' });
    };

    it('to the clipboard', async () => {
      const opened = await started.open(reports[0]![1], { permissions: ['clipboard-read', 'clipboard-write'] });
      await copy(opened);
      expect(await opened.page.textContent('#status')).toBe('Copied');
      expect(await opened.page.evaluate('navigator.clipboard.readText()')).toBe(fix);
      await opened.page.context().close();
    });

    it('as a reader would, where the page may not write to the clipboard', async () => {
      const without = 'Object.defineProperty(navigator, "clipboard", { value: undefined });';
      const opened = await started.open(reports[0]![1], {}, without);
      await copy(opened);
      expect(await opened.page.textContent('#status')).toMatch(/^(Copied|Selected)$/);
      expect(await opened.page.evaluate('getSelection().toString()')).toBe(fix);
      await opened.page.context().close();
    });
  });

  it('says all without a script, and shows no button that does nothing', async () => {
    const { page, messages } = await started.open(reports[0]![1], { javaScriptEnabled: false, viewport: desktop });
    expect(await page.locator('.timer.cuts').first().isVisible()).toBe(true);
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.locator('details.holds > summary').click();
    expect(await page.locator('details.holds .timer').first().isVisible()).toBe(true);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('lets no name act', async () => {
    const names = [...hostileNames, '"><svg onload=alert(1)>', "' autofocus onfocus='alert(1)", 'javascript:alert(1)'];
    for (const name of names) {
      const { page, requests, messages } = await started.open(rendered(hostileReport(name)), { viewport: phone });
      expect(await page.locator('img, iframe, object, script:not(body > script:last-of-type)').count()).toBe(0);
      expect(await overhang(page)).toBe(0);
      expect(requests.filter((url) => url !== page.url() && url !== 'data:,')).toEqual([]);
      expect(messages).toEqual([]);
      await page.context().close();
    }
  });

  it('shows 50 workloads within a second and 10 MB', async () => {
    const html = rendered(estateOf(50));
    expect(Buffer.byteLength(html)).toBeLessThan(10_000_000);
    const times: (readonly [number, number])[] = [];
    for (let load = 0; load < 3; load += 1) times.push(await timesOf(html));
    const said = times.map(([shown, busy]) => `${Math.round(shown)} ms, of which the page took ${Math.round(busy)}`);
    process.stdout.write(`50 workloads, ${Math.round(Buffer.byteLength(html) / 1000)} kB: ${said.join('; ')}\n`);
    // The processor time of the page: the clock would also tell what else the machine did.
    expect(Math.min(...times.map(([, busy]) => busy))).toBeLessThan(1000);
  });
});

/** Milliseconds from navigation until all is laid out and painted: on the clock, and of the page's own thread. */
async function timesOf(html: string): Promise<readonly [number, number]> {
  const { page } = await started.open(html, { viewport: desktop });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const before = await busy();
  await page.reload();
  // The second frame after the document was parsed.
  const shown = await page.evaluate<number>(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))',
  );
  const taken = (await busy()) - before;
  await page.context().close();
  return [shown, taken];
}
