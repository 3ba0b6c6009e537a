import { requireType, type CompiledFormula, type FormulaScope } from './formula-scope.ts';
import type { FormulaNode } from './parse-formula.ts';

/** Compiles a sign or a negation. */
export function compileUnary(
  scope: FormulaScope,
  { operator, operand }: Extract<FormulaNode, { kind: 'unary' }>,
): CompiledFormula {
  const inner = scope.compile(operand);
  const type = operator === '!' ? 'boolean' : 'number';
  requireType(inner, [type], operator);
  return { sql: operator === '!' ? `(NOT ${inner.sql})` : `(-${inner.sql})`, type };
}

/** Compiles an operator between two parts. */
export function compileBinary(
  scope: FormulaScope,
  { operator, left: leftNode, right: rightNode }: Extract<FormulaNode, { kind: 'binary' }>,
): CompiledFormula {
  const [left, right] = [scope.compile(leftNode), scope.compile(rightNode)];
  switch (operator) {
    case '&&':
    case '||':
      for (const side of [left, right]) requireType(side, ['boolean'], operator);
      return { sql: `(${left.sql} ${operator === '&&' ? 'AND' : 'OR'} ${right.sql})`, type: 'boolean' };
    case '=':
    case '==':
    case '<>':
    case '!=':
      return compare(left, right, operator.startsWith('=') ? 'IS' : 'IS NOT');
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(left, right, operator);
    case '&':
      for (const side of [left, right]) requireType(side, ['text'], operator);
      return { sql: `(coalesce(${left.sql}, '') || coalesce(${right.sql}, ''))`, type: 'text' };
    default:
      return arithmetic(left, right, operator);
  }
}

function compare(left: CompiledFormula, right: CompiledFormula, operator: string): CompiledFormula {
  for (const side of [left, right]) {
    if (side.type === 'picklist') throw new Error('A picklist is compared with ISPICKVAL or CASE');
  }
  requireType(right, [left.type], operator);
  // Inside a formula, unlike in a query, text is compared with its case.
  const collation = left.type === 'text' ? ' COLLATE BINARY' : '';
  const comparison = `${left.sql} ${operator} ${right.sql}${collation}`;
  // IS answers for blanks too; a blank is neither less nor more than anything.
  const sql = operator.startsWith('IS') ? `(${comparison})` : `coalesce(${comparison}, 0)`;
  return { sql, type: 'boolean' };
}

function arithmetic(left: CompiledFormula, right: CompiledFormula, operator: string): CompiledFormula {
  if (left.type === 'date' && operator === '-' && right.type === 'date') {
    return { sql: `CAST(julianday(${left.sql}) - julianday(${right.sql}) AS INTEGER)`, type: 'number' };
  }
  if (left.type === 'date' && (operator === '+' || operator === '-')) {
    requireType(right, ['number'], operator);
    const days = `CAST(${operator}${right.sql} AS INTEGER)`;
    return { sql: `date(${left.sql}, ${days} || ' days')`, type: 'date' };
  }
  if (left.type === 'text' && operator === '+') {
    requireType(right, ['text'], operator);
    return { sql: `(coalesce(${left.sql}, '') || coalesce(${right.sql}, ''))`, type: 'text' };
  }
  for (const side of [left, right]) requireType(side, ['number'], operator);
  // Whole numbers would divide to a whole number in SQL.
  const dividend = operator === '/' ? `CAST(${left.sql} AS REAL)` : left.sql;
  return { sql: `(${dividend} ${operator} ${right.sql})`, type: 'number' };
}
