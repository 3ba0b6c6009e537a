import type { ChildProcess } from 'node:child_process';

/**
 * Waits until a process has printed what matches, on either of its outputs.
 *
 * @throws Error with everything it printed when it ends before that
 */
export function outputUntil(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const match = pattern.exec(output);
        if (match) resolve(match);
      });
    }
    child.once('exit', (code) => reject(new Error(`The process ended with exit code ${code}:\n${output}`)));
    child.once('error', reject);
  });
}
