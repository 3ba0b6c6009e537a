import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { inRoot, ROOT } from '../process/root.ts';

/** Stands for what is filled in when a message is made. */
export const HOLE = '…';

const SOURCES = [
  'companion/src/**/*.ts',
  'scripts/**/*.{ts,mjs}',
  'local-org/src/**/*.ts',
  'force-app/main/default/lwc/**/*.{ts,html}',
];
const NOT_PRODUCT = /\.test\.ts$|\/(__tests__|testing|generated|node_modules)\//;

/**
 * Every text that the product could show a person: from its code, holes as {@link HOLE}, and from its templates. Words
 * of up to five letters are left out unless asked for: they stand inside many others.
 */
export function readSourceTexts({ shortToo = false } = {}): Set<string> {
  const texts = productFiles(SOURCES).flatMap((file) => {
    const source = readFileSync(inRoot(file), 'utf8');
    return file.endsWith('.html') ? textsOfTemplate(source) : textsOfCode(file, source);
  });
  return new Set(texts.filter((text) => shortToo || text.length > 5));
}

/** The codes that the companion's `AppError` is made with. */
export function readErrorCodes(): string[] {
  const codes = productFiles(['companion/src/**/*.ts']).flatMap((file) => {
    const found: string[] = [];
    walk(parse(file, readFileSync(inRoot(file), 'utf8')), (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== 'AppError') return;
      const [code] = node.arguments ?? [];
      if (code && ts.isStringLiteralLike(code)) found.push(code.text);
    });
    return found;
  });
  return [...new Set(codes)].toSorted();
}

/** What `CommandError` says in the commands an admin runs, holes as {@link HOLE}. */
export function readCommandErrors(): string[] {
  const messages = productFiles(['scripts/**/*.ts']).flatMap((file) => {
    const found: string[] = [];
    walk(parse(file, readFileSync(inRoot(file), 'utf8')), (node) => {
      if (!ts.isNewExpression(node) || node.expression.getText() !== 'CommandError') return;
      const [message] = node.arguments ?? [];
      if (message) found.push(textOf(message));
    });
    return found;
  });
  return [...new Set(messages)].toSorted();
}

function productFiles(patterns: string[]): string[] {
  return globSync(patterns, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOT_PRODUCT.test(file))
    .toSorted();
}

function textsOfCode(file: string, source: string): string[] {
  const texts: string[] = [];
  walk(parse(file, source), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || isSum(node))
      texts.push(textOf(node));
  });
  return texts.map(squeeze);
}

/** Attributes, and what stands between tags; expressions in braces are holes. */
function textsOfTemplate(source: string): string[] {
  const attributes = [...source.matchAll(/"([^"{}]+)"/g)].map((match) => match[1] ?? '');
  const prose = source.split(/<[^>]*>/).map((text) => text.replace(/\{[^}]*\}/g, HOLE));
  return [...attributes, ...prose].map(squeeze);
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
  }
  if (isSum(node)) return textOf(node.left) + textOf(node.right);
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  return HOLE;
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const parse = (file: string, source: string): ts.SourceFile =>
  ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
