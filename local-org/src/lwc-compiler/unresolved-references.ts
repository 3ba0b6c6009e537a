import { resolveInBundle } from './link-module.ts';
import { findScriptImports } from './script-imports.ts';
import type { CompileProblem } from './types.ts';

interface Surroundings {
  files: Readonly<Record<string, string>>;
  moduleExists?: (specifier: string) => boolean;
}

const COMPONENT_TAG = /<([a-z][a-z0-9]*)-([a-z0-9_-]+)/g;

/** Imports and component tags of one source file that lead nowhere, each at its place. */
export function findUnresolvedReferences(
  file: string,
  source: string,
  around: Surroundings,
): CompileProblem[] {
  if (file.endsWith('.html')) return findUnresolvedTags(file, source, around);
  if (file.endsWith('.js')) return findUnresolvedImports(file, source, around);
  return [];
}

function findUnresolvedImports(file: string, source: string, around: Surroundings): CompileProblem[] {
  return findScriptImports(source).flatMap(({ specifier, start }) => {
    const exists = specifier.startsWith('.')
      ? resolveInBundle(file, specifier, around.files) in around.files
      : specifier === 'lwc' || (around.moduleExists?.(specifier) ?? true);
    if (exists) return [];
    return [{ file, ...placeOf(source, start), message: `Unable to find module "${specifier}".` }];
  });
}

function findUnresolvedTags(file: string, source: string, around: Surroundings): CompileProblem[] {
  const markup = source.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...markup.matchAll(COMPONENT_TAG)].flatMap((match) => {
    const [, namespace, tag] = match as unknown as [string, string, string];
    const specifier = `${namespace}/${camelCase(tag)}`;
    if (around.moduleExists?.(specifier) ?? true) return [];
    const message = `No component "${specifier}" found for <${namespace}-${tag}>.`;
    return [{ file, ...placeOf(source, match.index), message }];
  });
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
