import { stripVTControlCharacters } from 'node:util';
import type { CompileProblem } from './types.ts';

/** What `@lwc/compiler` throws: one error, or in recovery mode an aggregate of them. */
interface CompilerFault {
  message?: string;
  location?: { line?: number; column?: number };
  errors?: CompilerFault[];
}

/**
 * Turns what the compiler threw into problems without stack, code frame or path of this machine.
 * Lines and columns are counted from 1.
 */
export function readCompilerProblems(file: string, source: string, thrown: unknown): CompileProblem[] {
  const fault = thrown as CompilerFault;
  const faults = fault.errors?.length ? fault.errors : [fault];
  const problems = faults.map((one) => toProblem(file, source, one));
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function toProblem(file: string, source: string, fault: CompilerFault): CompileProblem {
  // Babel colours its code frame where the environment says CI.
  const text = stripVTControlCharacters(fault.message ?? 'The file does not compile.');
  const refused = REFUSED_SYNTAX.find(({ sign }) => text.includes(sign));
  const position = (refused?.place && placeOf(source, refused.place)) ?? positionOf(text, fault);
  return { file, ...clampToSource(source, position), message: refused?.message ?? cleanMessage(text) };
}

/** The compiler knows these only as a setting that is off; on the platform they cannot be turned on. */
const REFUSED_SYNTAX: { sign: string; message: string; place?: RegExp }[] = [
  {
    sign: 'Class private methods are not enabled',
    message:
      'Private methods (#name()) are not supported in Lightning web components; use a field or a module function.',
  },
  {
    sign: 'Static class blocks are not enabled',
    message: 'Static class blocks (static {}) are not supported in Lightning web components.',
    place: /\bstatic\s*\{/,
  },
  {
    sign: 'decoratorAutoAccessors',
    message: 'The accessor keyword is not supported in Lightning web components.',
  },
  {
    sign: 'Decorators are not enabled',
    message: 'Only the decorators api, wire and track, imported from lwc, are supported.',
    place: /@(?!api\b|wire\b|track\b)[a-zA-Z]\w*/,
  },
];

function placeOf(source: string, pattern: RegExp): { line: number; column: number } | undefined {
  const offset = pattern.exec(source)?.index;
  if (offset === undefined) return undefined;
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function positionOf(text: string, fault: CompilerFault): { line?: number; column?: number } {
  if (fault.location?.line) {
    return { line: fault.location.line, column: (fault.location.column ?? 0) + 1 };
  }
  const line = /^> *(\d+) \|/m.exec(text)?.[1];
  if (!line) return {};
  const caret = /^ *\| ( *)\^/m.exec(text)?.[1];
  return { line: Number(line), column: caret === undefined ? undefined : caret.length + 1 };
}

function cleanMessage(text: string): string {
  return (
    text
      .split('\n\n')[0]!
      .replace(/\n *>? *\d+ \|[\s\S]*$/, '')
      .replace(/^\w*Error: /, '')
      .replace(/(LWC\d+: )(?:\/|[A-Za-z]:\\)\S*?(?::\d+:\d+)?: /, '$1')
      .replace(/ \(\d+:\d+\):?$/, '')
      .trim() || 'The file does not compile.'
  );
}

/** A position past the end of the file would mislead an editor. */
function clampToSource(source: string, position: { line?: number; column?: number }) {
  const lines = source.split('\n');
  if (position.line !== undefined && position.line > lines.length) return { line: lines.length };
  return position;
}
