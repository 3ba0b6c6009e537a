import type { WriteStream } from 'node:tty';

const BAR_CELLS = 24;

/** Where progress is shown: on a terminal a line that is drawn anew. */
export interface ProgressLine {
  show(text: string, share?: number): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

/**
 * Shows progress to people who watch. A log or a script gets a plain line at each tenth of what is measured, and
 * nothing of what is not.
 */
export function createProgressLine(out: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>): ProgressLine {
  let isDrawn = false;
  let tenths = 0;
  return {
    show(text, share) {
      if (out.isTTY) {
        const line = share === undefined ? text : `${drawBar(share)} ${percent(share)}  ${text}`;
        out.write(`\r\x1b[2K${line.slice(0, Math.max(20, (out.columns ?? 80) - 1))}`);
        isDrawn = true;
      } else if (share !== undefined && Math.floor(share * 10) > tenths) {
        tenths = Math.floor(share * 10);
        out.write(`${percent(share).trimStart()}  ${text}\n`);
      }
    },
    clear() {
      if (isDrawn) out.write('\r\x1b[2K');
      isDrawn = false;
    },
  };
}

const percent = (share: number) => `${String(Math.floor(share * 100)).padStart(3)} %`;

function drawBar(share: number): string {
  const done = Math.round(Math.min(1, Math.max(0, share)) * BAR_CELLS);
  return '█'.repeat(done) + '░'.repeat(BAR_CELLS - done);
}
