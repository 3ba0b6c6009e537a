import {
  compileField,
  requireType,
  type CompiledFormula,
  type FormulaScope,
  type FormulaType,
} from './formula-scope.ts';
import type { FormulaNode } from './parse-formula.ts';

type Call = Extract<FormulaNode, { kind: 'call' }>;
type Compile = (scope: FormulaScope, args: CompiledFormula[], call: Call) => CompiledFormula;

interface FunctionRule {
  /** How many arguments it takes, at least and at most. */
  arity: [least: number, most: number];
  compile: Compile;
}

const MANY = Number.MAX_SAFE_INTEGER;

/** The type that all the alternatives have. */
function commonType(parts: readonly CompiledFormula[], where: string): FormulaType {
  const type = parts.find((part) => part.type !== 'null')?.type ?? 'null';
  for (const part of parts) requireType(part, [type], where);
  return type;
}

function all(operator: 'AND' | 'OR'): Compile {
  return (_scope, args) => {
    for (const arg of args) requireType(arg, ['boolean'], operator);
    return { sql: `(${args.map(({ sql }) => sql).join(` ${operator} `)})`, type: 'boolean' };
  };
}

function compileIf(_scope: FormulaScope, args: CompiledFormula[]): CompiledFormula {
  const [test, ...results] = args as [CompiledFormula, CompiledFormula, CompiledFormula];
  requireType(test, ['boolean'], 'IF');
  const [yes, no] = results;
  return {
    sql: `(CASE WHEN ${test.sql} THEN ${yes.sql} ELSE ${no.sql} END)`,
    type: commonType(results, 'IF'),
  };
}

function compileCase(_scope: FormulaScope, args: CompiledFormula[]): CompiledFormula {
  if (args.length % 2 !== 0)
    throw new Error('CASE takes an expression, pairs of value and result, and a result for all else');
  const [subject, ...rest] = args as [CompiledFormula, ...CompiledFormula[]];
  const otherwise = rest.at(-1) as CompiledFormula;
  const results = rest.filter((_part, index) => index % 2 === 1);
  const values = rest.slice(0, -1).filter((_part, index) => index % 2 === 0);
  for (const value of values)
    requireType(value, [subject.type === 'picklist' ? 'text' : subject.type], 'CASE');
  const branches = values.map((value, index) => `WHEN ${value.sql} THEN ${results[index]?.sql ?? 'NULL'}`);
  return {
    sql: `(CASE ${subject.sql} COLLATE BINARY ${branches.join(' ')} ELSE ${otherwise.sql} END)`,
    type: commonType([...results, otherwise], 'CASE'),
  };
}

/** Blank is null: the store keeps no empty text. Numbers are asked before blanks turn into zero. */
function blankTest(scope: FormulaScope, node: FormulaNode = { kind: 'null' }): string {
  const { sql } =
    node.kind === 'field' ? compileField({ ...scope, blanksAreZero: false }, node.name) : scope.compile(node);
  return `${sql} IS NULL`;
}

const isBlank: FunctionRule = {
  arity: [1, 1],
  compile: (scope, _args, call) => ({ sql: `(${blankTest(scope, call.args[0])})`, type: 'boolean' }),
};

const blankValue: FunctionRule = {
  arity: [2, 2],
  compile: (scope, args, call) => {
    const [value, otherwise] = args as [CompiledFormula, CompiledFormula];
    const type = commonType([value, otherwise], call.name);
    return {
      sql: `(CASE WHEN ${blankTest(scope, call.args[0])} THEN ${otherwise.sql} ELSE ${value.sql} END)`,
      type,
    };
  },
};

function numeric(sqlFunction: string): Compile {
  return (_scope, args) => {
    for (const arg of args) requireType(arg, ['number'], sqlFunction.toUpperCase());
    return { sql: `${sqlFunction}(${args.map(({ sql }) => sql).join(', ')})`, type: 'number' };
  };
}

const RULES: Readonly<Record<string, FunctionRule>> = {
  IF: { arity: [3, 3], compile: compileIf },
  CASE: { arity: [4, MANY], compile: compileCase },
  AND: { arity: [1, MANY], compile: all('AND') },
  OR: { arity: [1, MANY], compile: all('OR') },
  NOT: {
    arity: [1, 1],
    compile: (_scope, [arg]) => {
      requireType(arg as CompiledFormula, ['boolean'], 'NOT');
      return { sql: `(NOT ${(arg as CompiledFormula).sql})`, type: 'boolean' };
    },
  },
  ISPICKVAL: {
    arity: [2, 2],
    compile: (_scope, args) => {
      const [field, value] = args as [CompiledFormula, CompiledFormula];
      requireType(field, ['picklist'], 'ISPICKVAL');
      requireType(value, ['text'], 'ISPICKVAL');
      // The empty text asks whether nothing was picked.
      return { sql: `(${field.sql} IS nullif(${value.sql}, ''))`, type: 'boolean' };
    },
  },
  ISBLANK: isBlank,
  ISNULL: isBlank,
  BLANKVALUE: blankValue,
  NULLVALUE: blankValue,
  TEXT: {
    arity: [1, 1],
    compile: (_scope, [arg]) => {
      requireType(arg as CompiledFormula, ['picklist', 'date'], 'TEXT');
      return { sql: (arg as CompiledFormula).sql, type: 'text' };
    },
  },
  TODAY: { arity: [0, 0], compile: () => ({ sql: '_today()', type: 'date' }) },
  ROUND: { arity: [2, 2], compile: numeric('round') },
  ABS: { arity: [1, 1], compile: numeric('abs') },
  MAX: { arity: [2, MANY], compile: numeric('max') },
  MIN: { arity: [2, MANY], compile: numeric('min') },
};

/** Compiles a call; a function that is not in the table is refused by name. */
export function compileCall(scope: FormulaScope, call: Call): CompiledFormula {
  const rule = RULES[call.name];
  if (!rule) throw new Error(`The local org does not model the function ${call.name} in formulas`);
  const [least, most] = rule.arity;
  if (call.args.length < least || call.args.length > most) {
    const expected = most === MANY ? `at least ${least}` : String(least);
    throw new Error(
      `Incorrect number of parameters for function '${call.name}'. Expected ${expected}, received ${call.args.length}`,
    );
  }
  return rule.compile(
    scope,
    call.args.map((arg) => scope.compile(arg)),
    call,
  );
}
