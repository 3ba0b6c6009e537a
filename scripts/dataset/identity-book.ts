import { RowError } from './csv/row-problem.ts';

/**
 * The ids of one file: which were accepted and which were refused, so that a doubled id is found and rows that refer
 * to a refused one are told why.
 */
export class IdentityBook {
  readonly #file: string;
  readonly #lines = new Map<string, number>();
  readonly #refused = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes an id down. @throws RowError when it was on an earlier line */
  add(column: string, id: string, line: number): void {
    const earlier = this.#lines.get(id);
    if (earlier !== undefined) {
      throw new RowError(`${column} ${id} is on line ${earlier} already`);
    }
    this.#lines.set(id, line);
  }

  /** Marks an id as not loaded, for whatever reason. */
  refuse(id: string): void {
    this.#refused.add(id);
  }

  /** Checks that a row's parent is there. @throws RowError when it is unknown or was refused */
  require(column: string, id: string): void {
    const line = this.#lines.get(id);
    if (line === undefined) {
      throw new RowError(`${column} is "${id}"; expected an id of ${this.#file}`);
    }
    if (this.#refused.has(id)) {
      throw new RowError(`${column} is ${id}, which could not be loaded (${this.#file}, line ${line})`);
    }
  }
}
