import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { preview } from 'vite';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** A page of the built app that may ask nothing of another host. */
export interface Session {
  readonly url: string;
  readonly page: Page;
  readonly context: BrowserContext;
}

/**
 * Serves `dist`, opens a browser, and gives each test a fresh context. `allowed`: hosts that the test switches on and
 * answers itself. After each test: no request left the origin,
 * no Content-Security-Policy violation, no error on the page.
 */
export function openBrowser({ viewport = { width: 1440, height: 900 }, allowed = [] as readonly string[] } = {}): {
  open(path?: string, prepare?: (context: BrowserContext) => Promise<unknown>): Promise<Session>;
} {
  let browser: Browser;
  let url = '';
  let stop = async () => {};
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    const outDir = process.env['MAILLAGE_DIST'] ?? 'dist';
    const server = await preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
    url = server.resolvedUrls!.local[0]!;
    stop = () => server.close();
    const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  });
  afterAll(async () => {
    await browser?.close();
    await stop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(faults.splice(0)).toEqual([]);
  });

  async function open(path = '', prepare: (context: BrowserContext) => Promise<unknown> = async () => {}): Promise<Session> {
    const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris', acceptDownloads: true });
    contexts.push(context);
    context.on('request', (r) => {
      if (!r.url().startsWith(url) && !/^(blob|data):/.test(r.url()) && !allowed.some((host) => r.url().startsWith(host)))
        faults.push(`requête vers ${r.url()}`);
    });
    await prepare(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (e) => console.error(`CSP ${e.violatedDirective} ${e.blockedURI}`));
    });
    page.on('console', (m) => {
      if (m.type() === 'error') faults.push(m.text());
    });
    page.on('pageerror', (e) => faults.push(e.message));
    await page.goto(url + path);
    return { url, page, context };
  }
  return { open };
}

/** Drops files on an element, as from the desktop. */
export async function dropFiles(page: Page, selector: string, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((contents) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) data.items.add(new File([text], name));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, type, { dataTransfer: transfer });
}

/** As a private window does: the browser keeps nothing. */
export const refuseStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('refusé', 'SecurityError');
      },
    });
  });

/** Bytes of what a canvas region shows, to tell two pictures apart. */
export const pictureOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().screenshot({ animations: 'disabled' })).toString('base64');

/** Bytes of a download started by an action. */
export async function download(page: Page, start: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), start()]);
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
}
