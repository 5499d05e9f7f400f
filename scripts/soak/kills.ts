import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { seededRandom } from '../../src/analysis/random';
import { decodeProject } from '../../src/document/projectFile';

/** Work older than this must be there after a kill. */
const toleratedMs = 1000;
const demonstrationActors = 160;

/** What one kill did. */
export interface Kill {
  /** Edits done since the browser was opened, and how many of them were there afterwards. */
  readonly done: number;
  readonly kept: number;
  /** Between the first edit that is missing, as it was begun, and the kill; 0: none is. */
  readonly lostMs: number;
  /** What is wrong, in words; null: nothing. */
  readonly fault: string | null;
}

interface Trial {
  readonly url: string;
  readonly browserPath: string;
  readonly count: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

interface Opened {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
  /** What the page has complained of. */
  readonly faults: string[];
}

/** Starts a browser of its own on a profile that outlives it: one that Playwright launches cannot be killed whole. */
async function openOn(profile: string, { url, browserPath }: Trial): Promise<Opened> {
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--hide-crash-restore-bubble',
  ];
  const process = spawn(browserPath, [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    process.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    process.once('exit', () => reject(new Error(`the browser stopped: ${said.slice(-400)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.contexts()[0]!.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(e.message));
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}?ecran=besoins&lecture=evolution&dep=44`);
  await page.getByRole('textbox', { name: /Nom de l.état/ }).waitFor();
  return { process, browser, page, faults };
}

/** Ends every process of the browser at once, as a power cut would, and waits until the system knows it. */
async function killWhole({ process: child, browser }: Opened): Promise<number> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  const at = performance.now();
  await gone;
  await browser.close().catch(() => {});
  return at;
}

/** Names of the dated states, the oldest first: all that the edits change. */
async function readState(page: Page): Promise<string> {
  const states = page.locator('table tbody th[scope=row]');
  const names = (await states.allInnerTexts()).filter((n) => /^E\d+$/.test(n)).reverse();
  return names.join(' ');
}

/** What the storage holds that cannot be opened again whole; null: nothing. */
async function findDamage(page: Page): Promise<string | null> {
  const projects = await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('maillage');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('checkpoints').objectStore('checkpoints').getAll();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        };
      }),
  );
  for (const project of projects) {
    const read = decodeProject(project);
    if (!read.ok) return `point de contrôle abîmé : ${read.fault.code} ${read.fault.detail}`;
    if (read.value.inventory.actors.length !== demonstrationActors) return 'fiches perdues';
  }
  return (await page.getByText(/n.a pas pu être relu/).count()) > 0 ? "le travail n'a pas pu être relu" : null;
}

/** The state that each edit led to, and when it was begun. */
interface Edit {
  readonly state: string;
  readonly begunAt: number;
}

/** Edits by hand, at the pace of a quick user, until it is time to be killed. */
class Hand {
  readonly edits: Edit[];
  private readonly page: Page;
  private readonly random: () => number;
  /** States as lists of names: those before the present one can be undone to. */
  private readonly past: string[][] = [];
  private present: string[];
  private next: number;

  constructor(page: Page, random: () => number, present: string) {
    this.page = page;
    this.random = random;
    this.present = present === '' ? [] : present.split(' ');
    this.next = Math.max(0, ...this.present.map((n) => Number(n.slice(1)))) + 1;
    this.edits = [{ state: present, begunAt: 0 }];
  }

  /** One edit: a dated state taken, one deleted, or the last step undone. */
  async act(): Promise<void> {
    const begunAt = performance.now();
    const dice = this.random();
    // Said before it is done: a kill in between may find either.
    if (dice < 0.06 && this.past.length > 0) {
      this.go(this.past.pop()!, begunAt);
      await this.page.getByRole('button', { name: /^Annuler la dernière action/ }).click();
    } else if (this.present.length > 12 || (dice < 0.3 && this.present.length > 0)) {
      const name = this.present[Math.floor(this.random() * this.present.length)]!;
      this.past.push(this.present);
      this.go(
        this.present.filter((n) => n !== name),
        begunAt,
      );
      await this.page.getByRole('button', { name: new RegExp(`^Supprimer l.état «\\s${name}\\s»`) }).click();
    } else {
      const name = `E${this.next++}`;
      this.past.push(this.present);
      this.go([...this.present, name], begunAt);
      const field = this.page.getByRole('textbox', { name: /Nom de l.état/ });
      await field.fill(name);
      await field.press('Enter');
    }
  }

  /** Short pauses mostly: fewer than the seconds after which a whole checkpoint is written. */
  pauseMs(): number {
    return this.random() ** 2 * 900;
  }

  private go(state: string[], begunAt: number): void {
    this.present = state;
    this.edits.push({ state: state.join(' '), begunAt });
  }
}

/** Works until a moment drawn by lot, and kills the browser in the middle of it. */
async function workAndKill(opened: Opened, hand: Hand, workMs: number): Promise<number> {
  let isKilled = false;
  const work = (async () => {
    // Once the browser is gone the edit under way fails: that is what is tried here.
    while (!isKilled) {
      await hand.act();
      await new Promise((resolve) => setTimeout(resolve, hand.pauseMs()));
    }
  })().catch((error: unknown) => {
    if (!isKilled) throw error;
  });
  await Promise.race([new Promise((resolve) => setTimeout(resolve, workMs)), work]);
  isKilled = true;
  const at = await killWhole(opened);
  await work;
  return at;
}

/** What is there after the kill against what was done before it. */
function judge(edits: readonly Edit[], killedAt: number, state: string, faults: readonly string[]): Kill {
  const done = edits.length - 1;
  const kept = edits.findLastIndex((e) => e.state === state);
  if (kept === -1) return { done, kept: 0, lostMs: Number.POSITIVE_INFINITY, fault: `état inconnu après l'arrêt : ${state}` };
  const lostMs = kept === done ? 0 : killedAt - edits[kept + 1]!.begunAt;
  const late = lostMs > toleratedMs ? `${Math.round(lostMs)} ms de travail perdues` : null;
  return { done, kept, lostMs, fault: faults[0] ?? late };
}

/** Kills the browser many times in the middle of work on one profile; each time opens it again and looks for what is missing. */
export async function killMany(trial: Trial): Promise<readonly Kill[]> {
  const random = seededRandom(trial.seed);
  const profile = mkdtempSync(join(tmpdir(), 'maillage-arrets-'));
  const kills: Kill[] = [];
  let opened = await openOn(profile, trial);
  for (let i = 1; i <= trial.count; i++) {
    const hand = new Hand(opened.page, random, await readState(opened.page));
    const workMs = 300 + random() * 7000;
    const killedAt = await workAndKill(opened, hand, workMs);
    opened = await openOn(profile, trial);
    const damage = await findDamage(opened.page);
    const faults = damage === null ? opened.faults : [damage];
    const kill = judge(hand.edits, killedAt, await readState(opened.page), faults);
    kills.push(kill);
    trial.log?.(
      `${i}. après ${Math.round(workMs)} ms : ${kill.kept} modifications gardées sur ${kill.done}, ${Math.round(kill.lostMs)} ms perdues${kill.fault ? ` — ÉCHEC : ${kill.fault}` : ''}`,
    );
  }
  await killWhole(opened);
  rmSync(profile, { recursive: true, force: true });
  return kills;
}
