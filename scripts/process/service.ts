import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const STOP_PATIENCE_MS = 15_000;
const REMEMBERED_CHARACTERS = 4_000;

export interface ServiceOptions {
  /** Shown in messages: `local org`. */
  name: string;
  entry: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** What the service prints goes here; the last part is kept for error messages. */
  logFile: string;
  /** What matches is kept out of the log. */
  secretOutput?: RegExp;
}

/** A Node process that runs until it is stopped. */
export class Service {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;
  #recent = '';
  #stopping = false;

  constructor(options: ServiceOptions) {
    this.name = options.name;
    const log = createWriteStream(options.logFile, { flags: 'a' });
    this.#child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', options.entry, ...(options.args ?? [])],
      {
        env: options.env ?? process.env,
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its own group: Ctrl-C reaches it through `stop`, in order, not all at once from the terminal.
        detached: process.platform !== 'win32',
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log.write(options.secretOutput ? text.replace(options.secretOutput, '(secret)') : text);
        this.#recent = (this.#recent + text).slice(-REMEMBERED_CHARACTERS);
      });
    }
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        log.end();
        resolve(code ?? 1);
      });
    });
  }

  /** Resolves with the exit code when the process is gone. */
  get ended(): Promise<number> {
    return this.#ended;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** The last lines it printed, for a message about why it ended. */
  lastLines(count = 5): string {
    return this.#recent.trim().split('\n').slice(-count).join('\n');
  }

  /** Waits for a line on stdout that matches. Rejects with its last lines when the process ends first. */
  waitForLine(pattern: RegExp): Promise<RegExpMatchArray> {
    return new Promise((resolve, reject) => {
      let buffer = '';
      const onData = (text: string): void => {
        buffer += text;
        const match = pattern.exec(buffer);
        if (match) {
          this.#child.stdout?.off('data', onData);
          resolve(match);
        }
      };
      this.#child.stdout?.on('data', onData);
      void this.#ended.then((code) =>
        reject(new Error(`The ${this.name} ended with exit code ${code}:\n${this.lastLines()}`)),
      );
    });
  }

  /** Asks it to stop; after `STOP_PATIENCE_MS` it is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await this.#ended;
    clearTimeout(timer);
  }
}
