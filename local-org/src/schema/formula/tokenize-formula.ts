export interface FormulaToken {
  kind: 'number' | 'text' | 'name' | 'operator';
  value: string;
  /** Counted from 1. */
  position: number;
}

const PATTERN =
  /(?<space>\s+|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>[A-Za-z$][\w.]*)|(?<operator><>|!=|==|<=|>=|&&|\|\||[-+*/&=<>!(),])/y;

/** Splits a formula into its tokens; throws an Error that names the first character that fits none. */
export function tokenizeFormula(expression: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  PATTERN.lastIndex = 0;
  let position = 0;
  while (position < expression.length) {
    PATTERN.lastIndex = position;
    const groups = PATTERN.exec(expression)?.groups;
    if (!groups)
      throw new Error(`Syntax error: unexpected '${expression.charAt(position)}' at ${position + 1}`);
    const { number, text, name, operator } = groups;
    const at = position + 1;
    if (number !== undefined) tokens.push({ kind: 'number', value: number, position: at });
    if (text !== undefined) tokens.push({ kind: 'text', value: unescape(text), position: at });
    if (name !== undefined) tokens.push({ kind: 'name', value: name, position: at });
    if (operator !== undefined) tokens.push({ kind: 'operator', value: operator, position: at });
    position = PATTERN.lastIndex;
  }
  return tokens;
}

function unescape(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(.)/gs, (_whole, character: string) => (character === 'n' ? '\n' : character));
}
