/** Prints numbered steps with what they are doing and how long they took: a line a step, redrawn on a terminal. */
export class Steps {
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  #current = 0;

  constructor(total: number, out: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#out = out;
  }

  /** Runs one step; `progress` says what is happening inside it, and the answer's `toString` may say what came of it. */
  async run<T>(title: string, work: (progress: (text: string) => void) => Promise<T>): Promise<T> {
    this.#current += 1;
    const label = `[${this.#current}/${this.#total}] ${title}`;
    const started = performance.now();
    const terminal = this.#out.isTTY;
    let note = '';
    const draw = (text: string): void => {
      if (terminal) this.#out.write(`\r\x1b[2K${label} … ${text}`);
    };
    if (terminal) draw('');
    else this.#out.write(`${label} …\n`);
    try {
      const result = await work((text) => {
        note = text;
        draw(text);
      });
      const line = `${label}: ${note || 'done'} (${seconds(started)})`;
      this.#out.write(terminal ? `\r\x1b[2K${line}\n` : `${line}\n`);
      return result;
    } catch (error) {
      this.#out.write(terminal ? `\r\x1b[2K${label}: failed\n` : `${label}: failed\n`);
      throw error;
    }
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
