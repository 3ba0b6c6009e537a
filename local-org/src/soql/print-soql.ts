import type {
  Condition,
  FieldPath,
  FunctionCall,
  Literal,
  Operand,
  OrderBy,
  Query,
  SelectItem,
} from './ast.ts';

/** Writes a query tree as SOQL; parsing the text gives the same tree. */
export function printSoql(query: Query): string {
  const clauses = [
    `SELECT ${query.select.map(printSelectItem).join(', ')}`,
    `FROM ${query.from}${query.alias ? ` ${query.alias}` : ''}`,
    query.where && `WHERE ${printCondition(query.where)}`,
    query.groupBy &&
      `GROUP BY ${query.groupBy.map((by) => (Array.isArray(by) ? printPath(by) : printCall(by))).join(', ')}`,
    query.having && `HAVING ${printCondition(query.having)}`,
    query.orderBy && `ORDER BY ${query.orderBy.map(printOrder).join(', ')}`,
    query.limit !== undefined && `LIMIT ${query.limit}`,
    query.offset !== undefined && `OFFSET ${query.offset}`,
    query.allRows && 'ALL ROWS',
  ];
  return clauses.filter(Boolean).join(' ');
}

function printSelectItem(item: SelectItem): string {
  switch (item.kind) {
    case 'field':
      return withAlias(printPath(item.path), item.alias);
    case 'aggregate':
      return withAlias(printCall(item.call), item.alias);
    case 'fields':
      return `FIELDS(${item.group})`;
    case 'subquery':
      return `(${printSoql(item.query)})`;
  }
}

function withAlias(text: string, alias: string | undefined): string {
  return alias === undefined ? text : `${text} ${alias}`;
}

function printPath(path: FieldPath): string {
  return path.join('.');
}

function printCall(call: FunctionCall): string {
  return `${call.name}(${call.arg ? printPath(call.arg) : ''})`;
}

function printOperand(operand: Operand): string {
  return operand.kind === 'field' ? printPath(operand.path) : printCall(operand.call);
}

function printOrder(order: OrderBy): string {
  return `${printOperand(order.by)} ${order.direction}${order.nulls ? ` NULLS ${order.nulls}` : ''}`;
}

function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.terms.map(printTerm).join(condition.kind === 'and' ? ' AND ' : ' OR ');
    case 'not':
      return `NOT ${printTerm(condition.term)}`;
    case 'semiJoin':
      return `${printOperand(condition.left)} ${condition.op} (${printSoql(condition.query)})`;
    case 'compare': {
      const asPattern = condition.op === 'LIKE';
      const right = Array.isArray(condition.right)
        ? `(${condition.right.map((literal) => printLiteral(literal, asPattern)).join(', ')})`
        : printLiteral(condition.right, asPattern);
      return `${printOperand(condition.left)} ${condition.op} ${right}`;
    }
  }
}

function printTerm(term: Condition): string {
  return term.kind === 'and' || term.kind === 'or' ? `(${printCondition(term)})` : printCondition(term);
}

function printLiteral(literal: Literal, asPattern: boolean): string {
  switch (literal.kind) {
    case 'null':
      return 'NULL';
    case 'string':
      return `'${asPattern ? escapePattern(literal.value) : escapeText(literal.value)}'`;
    case 'dateLiteral':
      return literal.n === undefined ? literal.name : `${literal.name}:${literal.n}`;
    default:
      return String(literal.value).toUpperCase();
  }
}

function escapeText(text: string): string {
  return text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

/** A pattern's own backslashes stand before `%`, `_` or another backslash: only quotes and lines need more. */
function escapePattern(pattern: string): string {
  return pattern.replace(/'/g, "\\'").replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}
