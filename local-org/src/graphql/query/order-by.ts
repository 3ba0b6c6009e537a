import { valueFromASTUntyped } from 'graphql';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { FieldPath, Operand, OrderBy } from '../../soql/ast.ts';
import type { GraphqlContext } from '../context.ts';

interface Clause {
  order?: 'ASC' | 'DESC' | null;
  nulls?: 'FIRST' | 'LAST' | null;
  function?: string | null;
}

/**
 * The `orderBy` argument of a field, most significant first. It is read as written, since coercion puts
 * an input object's keys into the order of the schema.
 */
export function readOrderBy(
  info: GraphQLResolveInfo,
  context: GraphqlContext,
  node = info.fieldNodes[0],
): OrderBy[] {
  const written = writtenArgument(node, 'orderBy', context.rawVariables);
  return written === null || typeof written !== 'object' ? [] : clauses(written, []);
}

/** An argument as the client wrote it, variables put in. */
export function writtenArgument(
  node: FieldNode | undefined,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const argument = node?.arguments?.find((candidate) => candidate.name.value === name);
  return argument ? (valueFromASTUntyped(argument.value, variables) ?? null) : null;
}

function clauses(input: object, prefix: FieldPath): OrderBy[] {
  return Object.entries(input).flatMap(([name, value]): OrderBy[] => {
    if (value === null || typeof value !== 'object') return [];
    const path = [...prefix, name];
    if (!isClause(value)) return clauses(value, path);
    return [
      {
        by: operand(path, value.function),
        direction: value.order ?? 'ASC',
        ...(value.nulls ? { nulls: value.nulls } : {}),
      },
    ];
  });
}

function isClause(value: object): value is Clause {
  return Object.keys(value).every((key) => key === 'order' || key === 'nulls' || key === 'function');
}

function operand(path: FieldPath, name: string | null | undefined): Operand {
  return name ? { kind: 'call', call: { name, arg: path } } : { kind: 'field', path };
}
