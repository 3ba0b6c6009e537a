import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePorts } from './start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export interface LocalOrg {
  url: string;
  accessToken: string;
  stop(): Promise<void>;
}

/** An org in memory with standard objects and one admin, as `npm run local-org -- --empty` starts it. */
export async function startEmptyOrg(): Promise<LocalOrg> {
  const [port] = await freePorts(1);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'local-org/src/main.ts', '--port', String(port), '--empty'],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let printed = '';
  const [, url = '', accessToken = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const match = /^ready (\S+) (\S+)$/m.exec(printed);
      if (match) resolve(match);
    });
    void ended.then(() => reject(new Error(`The local org ended early:\n${printed}`)));
  });
  return {
    url,
    accessToken,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
