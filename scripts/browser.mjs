// Finds a Chromium-like browser for the tests, or gets one: CHROME_PATH, the usual places, then an installation.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge', 'microsoft-edge'];

function onPath() {
  const tool = process.platform === 'win32' ? 'where' : 'which';
  for (const name of names) {
    const found = spawnSync(tool, [name], { encoding: 'utf8' });
    const path = found.stdout?.split(/\r?\n/)[0];
    if (found.status === 0 && path) return path;
  }
  return null;
}

function usualPlaces() {
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs.flatMap((p) => [
      join(p, 'Google/Chrome/Application/chrome.exe'),
      join(p, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ];
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function install() {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('which', ['apt-get']).status === 0) {
    return run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  }
  return run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
}

async function find() {
  const named = process.env.CHROME_PATH;
  if (named && existsSync(named)) return named;
  return onPath() ?? usualPlaces().find((p) => existsSync(p)) ?? (await playwrightsOwn());
}

/** Path of a browser; installs one where there is none; throws with one line that says what to do. */
export async function getBrowser() {
  const present = await find();
  if (present) return present;
  if (install()) {
    const installed = await find();
    if (installed) return installed;
  }
  throw new Error(
    'Aucun navigateur trouvé : installez Chrome, Chromium ou Edge (Debian : apt-get install chromium), ou indiquez-le par CHROME_PATH.',
  );
}

/** Version line of a browser, for reports. */
export const versionOf = (path) => execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim();
