import type { SalesforceError } from '../errors.ts';
import type { FieldPath, Query } from './ast.ts';
import { queryErrorAt } from './query-error.ts';
import { tokenize, type Token } from './tokenize.ts';

/** Words that cannot name an alias. */
const RESERVED = new Set(
  `ALL AND AS ASC DESC EXCLUDES FIRST FOR FROM GROUP HAVING IN INCLUDES LAST LIKE LIMIT NOT NULL NULLS OFFSET
   OR ORDER SELECT UPDATE USING WHERE WITH`.split(/\s+/),
);

/** No query that a person or a program means comes near; SQLite's own limit is 1,000. */
const MAX_DEPTH = 200;

/** Walks the tokens of one query and words what it did not expect. */
export class TokenCursor {
  readonly text: string;
  /** Where each path, and each query's FROM object, stands: for errors found after parsing. */
  readonly positions = new WeakMap<FieldPath | Query, number>();
  readonly #tokens: Token[];
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  get current(): Token {
    return this.#at(this.#index);
  }

  get next(): Token {
    return this.#at(this.#index + 1);
  }

  advance(): Token {
    const token = this.current;
    this.#index += 1;
    return token;
  }

  isKeyword(...words: string[]): boolean {
    return this.current.kind === 'name' && words.includes(this.current.value.toUpperCase());
  }

  isSymbol(symbol: string): boolean {
    return this.current.kind === 'symbol' && this.current.value === symbol;
  }

  /** Takes one keyword, or a phrase such as `GROUP BY`, if it is next. */
  takeKeyword(first: string, second?: string): boolean {
    if (!this.isKeyword(first)) return false;
    this.advance();
    if (second) this.expectKeyword(second);
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.advance();
    return true;
  }

  expectKeyword(word: string): void {
    if (!this.takeKeyword(word)) throw this.unexpected(`'${word}'`);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected(`'${symbol}'`);
  }

  expectName(expected: string): string {
    if (this.current.kind !== 'name' || this.isKeyword('FROM', 'WHERE', 'SELECT'))
      throw this.unexpected(expected);
    return this.advance().value;
  }

  /** A name that is not a keyword, if one is next. */
  takeAlias(): string | undefined {
    const explicit = this.takeKeyword('AS');
    const { kind, value } = this.current;
    if (kind === 'name' && !RESERVED.has(value.toUpperCase())) return this.advance().value;
    if (explicit) throw this.unexpected('an alias');
    return undefined;
  }

  /** `Name`, `Owner.Name`, `CS_Account__r.Owner.Name`. */
  expectPath(): FieldPath {
    const { offset } = this.current;
    const path = [this.expectName('a field name')];
    while (this.takeSymbol('.')) path.push(this.expectName('a field name'));
    this.positions.set(path, offset);
    return path;
  }

  expectWholeNumber(what: string): number {
    const token = this.current;
    if (token.kind !== 'number' || !/^\d+$/.test(token.value))
      throw this.unexpected(`${what}, a whole number`);
    this.advance();
    return Number(token.value);
  }

  /** Parses something inside something else; refuses a text that only means to exhaust the stack. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw this.malformed(`The query is nested deeper than ${MAX_DEPTH} levels`);
    this.#depth += 1;
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  unexpected(expected: string): SalesforceError {
    return this.malformed(`unexpected token: '${this.current.raw}' (expected ${expected})`);
  }

  malformed(message: string, offset = this.current.offset): SalesforceError {
    return queryErrorAt('MALFORMED_QUERY', this.text, offset, message);
  }

  #at(index: number): Token {
    const token = this.#tokens[Math.min(index, this.#tokens.length - 1)];
    if (!token) throw new Error('The tokenizer always ends with an end token.');
    return token;
  }
}
