import type { Condition } from '../../soql/ast.ts';

/**
 * Joins filters by `1 AND (2 OR NOT 3)`; without logic all of them must hold.
 *
 * @throws Error that says what is wrong with the logic
 */
export function joinByLogic(logic: string | undefined, terms: readonly Condition[]): Condition | undefined {
  if (logic === undefined) {
    return terms.length > 1 ? { kind: 'and', terms: [...terms] } : terms[0];
  }
  const tokens = logic.match(/\d+|[A-Za-z]+|[()]|\S/g) ?? [];
  const used = new Set<number>();
  let next = 0;
  const accept = (word: string): boolean => {
    if (tokens[next]?.toUpperCase() !== word) return false;
    next += 1;
    return true;
  };

  function chain(kind: 'or' | 'and'): Condition {
    const part = kind === 'or' ? () => chain('and') : negation;
    const parts = [part()];
    while (accept(kind.toUpperCase())) parts.push(part());
    return parts.length > 1 ? { kind, terms: parts } : parts[0]!;
  }

  function negation(): Condition {
    if (accept('NOT')) return { kind: 'not', term: negation() };
    if (accept('(')) {
      const inner = chain('or');
      if (!accept(')')) throw new Error(`Invalid filter logic '${logic}': a parenthesis is not closed`);
      return inner;
    }
    const number = Number(tokens[next]);
    const term = terms[number - 1];
    if (!Number.isInteger(number) || !term) {
      throw new Error(
        `Invalid filter logic '${logic}': expected the number of a filter, 1 to ${terms.length}, found ${tokens[next] ?? 'the end'}`,
      );
    }
    next += 1;
    used.add(number);
    return term;
  }

  const condition = chain('or');
  if (next < tokens.length) throw new Error(`Invalid filter logic '${logic}': unexpected ${tokens[next]}`);
  const forgotten = terms.findIndex((_term, index) => !used.has(index + 1));
  if (forgotten >= 0) throw new Error(`Invalid filter logic '${logic}': filter ${forgotten + 1} is not used`);
  return condition;
}
