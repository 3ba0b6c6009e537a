import { readFileSync } from 'node:fs';
import { inRoot } from '../process/root.ts';

/** One row of docs/troubleshooting.md. */
export interface Trouble {
  /** The codes and messages in its first column, as code. */
  messages: string[];
  cause: string;
  remedy: string;
}

/** The rows of docs/troubleshooting.md; those of messages of Salesforce's own begin without code. */
export function readTroubles(): Trouble[] {
  const lines = readFileSync(inRoot('docs/troubleshooting.md'), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, first = '', cause = '', remedy = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      const messages = [...first.matchAll(/``\s?(.+?)\s?``|`([^`]+)`/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      return { messages, cause, remedy };
    });
}
