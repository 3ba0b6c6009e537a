import { expect, test } from '@jest/globals';
import { createProgressLine } from './progress-line.ts';

function setup(isTTY: boolean) {
  const written: string[] = [];
  const out = { isTTY, columns: 60, write: (text: string) => written.push(text) > 0 };
  return { written, line: createProgressLine(out as unknown as Parameters<typeof createProgressLine>[0]) };
}

test('a terminal gets one line, drawn anew, with a bar; it is taken away before anything else is printed', () => {
  const { written, line } = setup(true);
  line.show('reading');
  line.show('50 of 100 lines', 0.5);
  line.clear();
  line.clear();
  expect(written).toEqual([
    '\r\x1b[2Kreading',
    `\r\x1b[2K${'█'.repeat(12)}${'░'.repeat(12)}  50 %  50 of 100 lines`,
    '\r\x1b[2K',
  ]);
});

test('a line that is longer than the terminal is cut off, so that it stays one line', () => {
  const { written, line } = setup(true);
  line.show('x'.repeat(200));
  expect(written[0]).toHaveLength('\r\x1b[2K'.length + 59);
});

test('a log gets a plain line at each tenth, and nothing of what is not measured', () => {
  const { written, line } = setup(false);
  line.show('reading');
  for (let done = 1; done <= 30; done += 1) line.show(`${done} of 30`, done / 30);
  line.clear();
  expect(written).toHaveLength(10);
  expect(written[0]).toBe('10 %  3 of 30\n');
  expect(written.at(-1)).toBe('100 %  30 of 30\n');
});
