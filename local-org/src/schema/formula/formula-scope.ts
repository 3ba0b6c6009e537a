import { columnName } from '../../store/tables.ts';
import type { FieldType, ObjectDef } from '../types.ts';
import type { FormulaNode } from './parse-formula.ts';

export type FormulaType = 'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'picklist' | 'null';

/** A part of a formula as SQL over the row of one table alias. */
export interface CompiledFormula {
  sql: string;
  type: FormulaType;
}

/** What compiling one formula needs to know. */
export interface FormulaScope {
  object: ObjectDef;
  alias: string;
  /** Who asks. */
  userId: string;
  blanksAreZero: boolean;
  compile(node: FormulaNode): CompiledFormula;
}

const TYPES: Readonly<Partial<Record<FieldType, FormulaType>>> = {
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  picklist: 'picklist',
};

/** A field's type as a formula sees it; what is not listed is text. */
export function formulaTypeOf(type: FieldType): FormulaType {
  return TYPES[type] ?? 'text';
}

/** SQL text of a literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The SQL of a field of the record itself, or the id of the user who asks. */
export function compileField(
  { object, alias, userId, blanksAreZero }: FormulaScope,
  name: string,
): CompiledFormula {
  if (name.toLowerCase() === '$user.id') return { sql: quoteText(userId), type: 'text' };
  if (name.includes('.') || name.startsWith('$')) {
    throw new Error(`The local org does not model formulas that reach beyond the record: ${name}`);
  }
  const field = [...object.fields.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!field) throw new Error(`Field ${name} does not exist. Check spelling.`);
  if (field.formula) throw new Error(`The local org does not model formulas over formulas: ${name}`);
  if (field.longText || field.type === 'multipicklist') {
    throw new Error(`Field ${name} is of a type that a formula cannot read`);
  }
  const type = formulaTypeOf(field.type);
  const column = `${alias}.${columnName(field.name)}`;
  return { sql: type === 'number' && blanksAreZero ? `coalesce(${column}, 0)` : column, type };
}

/** Throws unless a part is of one of the types; null fits all. */
export function requireType(part: CompiledFormula, types: readonly FormulaType[], where: string): void {
  if (part.type === 'null' || types.includes(part.type) || types.includes('null')) return;
  throw new Error(
    `Incorrect parameter type for '${where}'. Expected ${types.join(' or ')}, received ${part.type}`,
  );
}
