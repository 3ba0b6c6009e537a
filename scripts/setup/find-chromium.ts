import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CommandError } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export interface Chromium {
  executable: string;
  /** Where it came from, for the log: `CHROME_PATH`, `the system`, … */
  source: string;
}

/**
 * A Chromium for the browser tests: CHROME_PATH, the system's, Playwright's own; else installs one, by
 * Playwright's download or by apt-get where this process may use it.
 *
 * @throws CommandError that says what was tried
 */
export async function findChromium(
  env: NodeJS.ProcessEnv,
  progress: (text: string) => void,
): Promise<Chromium> {
  const found = fromEnvironment(env) ?? onSystem() ?? playwrights();
  if (found) return found;
  progress('no Chromium here: trying Playwright’s download');
  const cli = inRoot('node_modules', 'playwright-core', 'cli.js');
  const download = await runCommand(process.execPath, [
    cli,
    'install',
    'chromium-headless-shell',
    'chromium',
  ]);
  const downloaded = download.code === 0 ? playwrights() : undefined;
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    progress('installing Chromium with apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { env }).catch(() => undefined);
    await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'], { env }).catch(() => undefined);
    const installed = onSystem();
    if (installed) return { ...installed, source: 'apt-get' };
  }
  throw new CommandError(
    'No Chromium for the browser tests: CHROME_PATH is not set, none is on this system, and neither ' +
      'Playwright’s download nor apt-get could install one. Install Chromium or Chrome, or set CHROME_PATH.',
  );
}

function fromEnvironment(env: NodeJS.ProcessEnv): Chromium | undefined {
  if (!env.CHROME_PATH) return undefined;
  if (!existsSync(env.CHROME_PATH)) {
    throw new CommandError(`CHROME_PATH is "${env.CHROME_PATH}", where there is no file.`);
  }
  return { executable: env.CHROME_PATH, source: 'CHROME_PATH' };
}

function onSystem(): Chromium | undefined {
  const executable = SYSTEM_PATHS.find((path) => existsSync(path));
  return executable ? { executable, source: 'the system' } : undefined;
}

function playwrights(): Chromium | undefined {
  const { chromium } = createRequire(import.meta.url)('playwright-core') as {
    chromium: { executablePath(): string };
  };
  const executable = chromium.executablePath();
  return executable && existsSync(executable) ? { executable, source: 'Playwright' } : undefined;
}
