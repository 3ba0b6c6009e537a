import { parseFormula, type FormulaNode } from '../../schema/formula/parse-formula.ts';
import { FORMULA_FUNCTIONS } from './row-formula-functions.ts';

/** A value inside a row formula; dates are `YYYY-MM-DD`. */
export type FormulaValue = number | string | boolean | null;

/** A row formula, ready to be worked out. */
export interface RowFormula<Column = never> {
  columns: Column[];
  evaluate(valueOf: (token: string) => FormulaValue, today: string): FormulaValue;
}

const DAY_MS = 86_400_000;

/**
 * Reads a row formula; names such as `Account.CS_ARR__c` are columns of the report.
 *
 * @throws Error that says which name, function or sign is wrong
 */
export function readRowFormula<Column>(
  expression: string,
  find: (token: string) => Column | undefined,
): RowFormula<Column> {
  const root = parseFormula(expression);
  const columns = new Map<string, Column>();
  visit(root, (node) => {
    if (node.kind === 'call') checkCall(node);
    if (node.kind !== 'field') return;
    const token = tokenOf(node.name);
    const column = find(token);
    if (!column) throw new Error(`Field ${node.name} does not exist in the report type`);
    columns.set(token, column);
  });
  return {
    columns: [...columns.values()],
    evaluate: (valueOf, today) => evaluate(root, { valueOf, today }),
  };
}

/** `Account.CS_Manager__c.Name` in a formula is the column `Account$CS_Manager__c.Name`. */
function tokenOf(name: string): string {
  return name.replace('.', '$');
}

function checkCall({ name, args }: Extract<FormulaNode, { kind: 'call' }>): void {
  const rule = FORMULA_FUNCTIONS[name];
  if (!rule) throw new Error(`The local org does not model the function ${name} in row formulas`);
  if (args.length < rule.least || args.length > (rule.most ?? rule.least)) {
    throw new Error(`Incorrect number of parameters for function '${name}': ${args.length}`);
  }
}

interface Scope {
  valueOf: (token: string) => FormulaValue;
  today: string;
}

function evaluate(node: FormulaNode, scope: Scope): FormulaValue {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'field':
      return scope.valueOf(tokenOf(node.name));
    case 'unary': {
      const inner = evaluate(node.operand, scope);
      if (node.operator === '!') return !inner;
      return inner === null ? null : -Number(inner);
    }
    case 'binary':
      return binary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope));
    case 'call': {
      const args = node.args.map((arg) => () => evaluate(arg, scope));
      return FORMULA_FUNCTIONS[node.name]!.run(args, scope.today);
    }
  }
}

/** A blank is neither less nor more than anything, and arithmetic with one is blank. */
function binary(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (operator) {
    case '||':
      return Boolean(left) || Boolean(right);
    case '&&':
      return Boolean(left) && Boolean(right);
    case '=':
    case '==':
      return left === right;
    case '<>':
    case '!=':
      return left !== right;
    case '&':
      return `${left ?? ''}${right ?? ''}`;
  }
  if (left === null || right === null)
    return operator.startsWith('<') || operator.startsWith('>') ? false : null;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return arithmetic(operator, left, right);
  }
}

function arithmetic(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  const isDay = typeof left === 'string';
  if (isDay && typeof right === 'string' && operator === '-') return (dayOf(left) - dayOf(right)) / DAY_MS;
  if (isDay) {
    const days = Number(right) * (operator === '-' ? -1 : 1);
    return new Date(dayOf(left) + days * DAY_MS).toISOString().slice(0, 10);
  }
  const [a, b] = [Number(left), Number(right)];
  if (operator === '/') return b === 0 ? null : a / b;
  return operator === '*' ? a * b : operator === '+' ? a + b : a - b;
}

function dayOf(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
}

function visit(node: FormulaNode, meet: (node: FormulaNode) => void): void {
  meet(node);
  if (node.kind === 'call') for (const arg of node.args) visit(arg, meet);
  if (node.kind === 'unary') visit(node.operand, meet);
  if (node.kind === 'binary') for (const side of [node.left, node.right]) visit(side, meet);
}
