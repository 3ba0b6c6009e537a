import { tokenizeFormula, type FormulaToken } from './tokenize-formula.ts';

export type FormulaNode =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'field'; name: string }
  | { kind: 'call'; name: string; args: FormulaNode[] }
  | { kind: 'binary'; operator: string; left: FormulaNode; right: FormulaNode }
  | { kind: 'unary'; operator: '-' | '!'; operand: FormulaNode };

/** Binary operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '<=', '>', '>='],
  ['&', '+', '-'],
  ['*', '/'],
];

/** Parses a formula; throws an Error that says what stood where. */
export function parseFormula(expression: string): FormulaNode {
  const tokens = tokenizeFormula(expression);
  let next = 0;

  const isOperator = (token: FormulaToken | undefined, values: readonly string[]) =>
    token?.kind === 'operator' && values.includes(token.value);

  function unexpected(): Error {
    const token = tokens[next];
    return new Error(
      token
        ? `Syntax error: unexpected '${token.value}' at ${token.position}`
        : 'Syntax error: the formula ends too soon',
    );
  }

  function expect(operator: string): void {
    if (!isOperator(tokens[next], [operator])) throw unexpected();
    next += 1;
  }

  function binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    for (let token = tokens[next]; token && isOperator(token, operators); token = tokens[next]) {
      next += 1;
      left = { kind: 'binary', operator: token.value, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): FormulaNode {
    const token = tokens[next];
    if (isOperator(token, ['-', '!'])) {
      next += 1;
      return { kind: 'unary', operator: token?.value === '!' ? '!' : '-', operand: unary() };
    }
    return primary();
  }

  function primary(): FormulaNode {
    const token = tokens[next];
    if (!token) throw unexpected();
    if (isOperator(token, ['('])) {
      next += 1;
      const inner = binary(0);
      expect(')');
      return inner;
    }
    if (token.kind === 'operator') throw unexpected();
    next += 1;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.value) };
    if (token.kind === 'text') return { kind: 'text', value: token.value };
    return isOperator(tokens[next], ['(']) ? call(token.value) : named(token.value);
  }

  function call(name: string): FormulaNode {
    expect('(');
    const args: FormulaNode[] = [];
    if (!isOperator(tokens[next], [')'])) {
      args.push(binary(0));
      while (isOperator(tokens[next], [','])) {
        next += 1;
        args.push(binary(0));
      }
    }
    expect(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  }

  const node = binary(0);
  if (next < tokens.length) throw unexpected();
  return node;
}

function named(name: string): FormulaNode {
  const upper = name.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE' };
  return upper === 'NULL' ? { kind: 'null' } : { kind: 'field', name };
}
