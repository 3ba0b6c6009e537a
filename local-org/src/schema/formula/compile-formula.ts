import type { FieldDef, ObjectDef } from '../types.ts';
import { compileCall } from './compile-call.ts';
import { compileBinary, compileUnary } from './compile-operator.ts';
import { compileField, quoteText, type CompiledFormula, type FormulaScope } from './formula-scope.ts';
import { parseFormula, type FormulaNode } from './parse-formula.ts';

/**
 * Compiles a formula field to SQL. Throws an Error that says what does not fit: a name, a type, or a function
 * that the local org does not model.
 *
 * @param userId whom `$User.Id` is; nobody while a deploy only checks
 */
export function compileFormula(
  object: ObjectDef,
  field: FieldDef,
  alias: string,
  userId = '',
): CompiledFormula {
  const scope: FormulaScope = {
    object,
    alias,
    userId,
    blanksAreZero: field.formula?.treatBlanksAs !== 'BlankAsBlank',
    compile: (node) => compileNode(scope, node),
  };
  return scope.compile(parseFormula(field.formula?.expression ?? ''));
}

function compileNode(scope: FormulaScope, node: FormulaNode): CompiledFormula {
  switch (node.kind) {
    case 'number':
      return { sql: String(node.value), type: 'number' };
    case 'text':
      return { sql: quoteText(node.value), type: 'text' };
    case 'boolean':
      return { sql: node.value ? '1' : '0', type: 'boolean' };
    case 'null':
      return { sql: 'NULL', type: 'null' };
    case 'field':
      return compileField(scope, node.name);
    case 'call':
      return compileCall(scope, node);
    case 'unary':
      return compileUnary(scope, node);
    case 'binary':
      return compileBinary(scope, node);
  }
}
