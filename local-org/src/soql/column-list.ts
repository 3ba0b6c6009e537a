/** The columns of one statement; the same SQL is asked for once. */
export class ColumnList {
  readonly #positions = new Map<string, number>();

  /** The position of a column, added if it is new. */
  add(sql: string): number {
    const position = this.#positions.get(sql) ?? this.#positions.size;
    this.#positions.set(sql, position);
    return position;
  }

  get sql(): string {
    return [...this.#positions.keys()].join(', ');
  }

  /** `… AS c0, … AS c1`: for a statement around this one. */
  get named(): string {
    return [...this.#positions].map(([column, position]) => `${column} AS c${position}`).join(', ');
  }

  /** `c0, c1`: the columns of `named`, seen from around it. */
  get names(): string {
    return [...this.#positions.values()].map((position) => `c${position}`).join(', ');
  }
}
