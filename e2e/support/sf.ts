import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalOrg } from './local-org.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command's JSON has a shape of its own
export type SfAnswer = { status: number; result: any; message?: string; data?: any };

export interface Sf {
  /** Runs one command with `--json`; a failing command is an answer too, not a throw. */
  run(...args: string[]): Promise<SfAnswer>;
  /** The same from another sf project than this one. */
  runIn(project: string, ...args: string[]): Promise<SfAnswer>;
  /** The home folder that holds the login. */
  home: string;
  close(): void;
}

/** The real sf CLI with a home folder of its own, logged in to the org as `local`. */
export async function loginSf(org: LocalOrg): Promise<Sf> {
  const home = mkdtempSync(path.join(tmpdir(), 'tenure-sf-'));
  const runIn = (project: string, ...args: string[]): Promise<SfAnswer> => runSf(home, org, args, project);
  const run = (...args: string[]): Promise<SfAnswer> => runIn(ROOT, ...args);
  const login = await run(
    ...[
      'org',
      'login',
      'access-token',
      '--instance-url',
      org.url,
      '--alias',
      'local',
      '--set-default',
      '--no-prompt',
    ],
  );
  if (login.status !== 0) throw new Error(`sf could not log in: ${login.message}`);
  return { run, runIn, home, close: () => rmSync(home, { recursive: true, force: true }) };
}

function runSf(home: string, org: LocalOrg, args: string[], cwd: string): Promise<SfAnswer> {
  const cli = path.join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--no-deprecation', cli, ...args, '--json'],
      {
        cwd,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          PATH: process.env.PATH,
          HOME: home,
          SF_ACCESS_TOKEN: org.accessToken,
          SF_DISABLE_TELEMETRY: 'true',
          SF_SKIP_NEW_VERSION_CHECK: 'true',
          SF_DISABLE_AUTOUPDATE: 'true',
          SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
          NO_COLOR: '1',
        },
      },
      (_error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout.slice(stdout.indexOf('{'))) as SfAnswer);
        } catch (error) {
          reject(new Error(`sf ${args.join(' ')} gave no JSON: ${stderr || stdout}`, { cause: error }));
        }
      },
    );
  });
}
