import { findFences } from './markdown.ts';
import type { Doc } from './read-docs.ts';

/** A command that the documentation tells the reader to type. */
export interface DocCommand {
  /** As it is typed, without the comment behind it, on one line unless a quoted text goes over several. */
  text: string;
  /** `docs/admin.md:21`. */
  at: string;
}

/** The commands of every `sh` block, in the order in which a reader meets them. */
export function collectCommands(docs: readonly Doc[]): DocCommand[] {
  return docs.flatMap(({ file, text }) =>
    findFences(text)
      .filter(({ language }) => language === 'sh')
      .flatMap((fence) => splitCommands(fence.text, (line) => `${file}:${fence.line + line}`)),
  );
}

/** A command goes on after a backslash at the end of a line, and while a quote is open. */
function splitCommands(block: string, at: (line: number) => string): DocCommand[] {
  const commands: DocCommand[] = [];
  let text = '';
  let start = 0;
  for (const [index, line] of block.split('\n').entries()) {
    if (text === '') start = index;
    text += text.endsWith(' ') || text === '' ? line.trimStart() : line;
    if (text.endsWith('\\')) {
      text = `${text.slice(0, -1).trimEnd()} `;
    } else if (hasOpenQuote(text)) {
      text += '\n';
    } else {
      const bare = withoutComment(text).trim();
      if (bare !== '') commands.push({ text: bare, at: at(start) });
      text = '';
    }
  }
  if (text !== '') throw new Error(`${at(start)}: the command "${text.trim()}" does not end in its block.`);
  return commands;
}

/** Walks over a command; `true` for each character that stands inside quotes. */
function quoted(text: string): boolean[] {
  let quote = '';
  return [...text].map((character) => {
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    return quote !== '';
  });
}

const hasOpenQuote = (text: string): boolean => quoted(withoutComment(text)).at(-1) === true;

function withoutComment(text: string): string {
  const inside = quoted(text);
  const start = [...text].findIndex(
    (character, index) =>
      character === '#' && inside[index] === false && (index === 0 || /\s/.test(text[index - 1] ?? '')),
  );
  return start === -1 ? text : text.slice(0, start);
}
