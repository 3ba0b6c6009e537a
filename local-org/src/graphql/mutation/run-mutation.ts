import { GraphQLError } from 'graphql';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { FieldValue } from '../../records/types.ts';
import type { GraphqlContext } from '../context.ts';
import { fieldItems, idIn } from '../query/read-connection.ts';
import type { RecordNode } from '../query/record-node.ts';
import { recordPaths } from '../query/record-paths.ts';
import { selectedNodes } from '../query/selection.ts';
import { operationsOf } from './operations.ts';
import type { Operation } from './operations.ts';

/** What one operation answers: its payload, or why it failed. */
export type Outcome = { payload: { Id: string; Record?: RecordNode | null } } | { error: unknown };

const ROLLED_BACK = 'The transaction was rolled back since another operation in the same transaction failed.';

/**
 * Runs the operations of a mutation in the order written. With `allOrNone` (the default) one failure undoes
 * all of them; without it an operation fails alone, with those that refer to it by `@{alias}`.
 * https://developer.salesforce.com/docs/platform/graphql/guide/mutations-use.html
 */
export function runMutation(
  allOrNone: boolean,
  type: GraphQLObjectType,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Map<string, Outcome> {
  const operations = operationsOf(info, type);
  const outcomes = new Map<string, Outcome>();
  if (!allOrNone) {
    for (const operation of operations) outcomes.set(operation.key, attempt(operation));
    return outcomes;
  }
  let current: Operation | undefined;
  try {
    context.org.records.transaction(() => {
      for (current of operations) outcomes.set(current.key, { payload: perform(current) });
    });
  } catch (error) {
    for (const operation of operations) {
      outcomes.set(operation.key, { error: operation === current ? error : new GraphQLError(ROLLED_BACK) });
    }
  }
  return outcomes;

  function attempt(operation: Operation): Outcome {
    try {
      return { payload: context.org.records.transaction(() => perform(operation)) };
    } catch (error) {
      return { error };
    }
  }

  function perform({ kind, object, input, nodes }: Operation): { Id: string; Record?: RecordNode | null } {
    const { records } = context.org;
    if (kind === 'Delete') {
      const id = resolveReference(input['Id'], outcomes);
      records.delete(context.user, object, id);
      return { Id: id };
    }
    const values = resolveValues(input[object] as Record<string, unknown>, object, outcomes, context);
    if (kind === 'Create') {
      const { id } = records.create(context.user, object, values);
      return { Id: id, Record: readBack(object, id, nodes) };
    }
    const id = resolveReference(input['Id'], outcomes);
    records.update(context.user, object, id, values);
    return { Id: id, Record: readBack(object, id, nodes) };
  }

  /** Reads the written record, relationships left out: the platform does not follow them here. */
  function readBack(name: string, id: string, nodes: Operation['nodes']): RecordNode | null {
    const object = context.view.objects.get(name);
    const wanted = selectedNodes(info, nodes, 'Record');
    if (!object || wanted.length === 0) return null;
    const paths = recordPaths(context.view, info, wanted, object).filter((path) => path.length === 1);
    const { records } = context.org.queries.run(context.user, {
      from: name,
      select: fieldItems(paths),
      where: idIn(['Id'], [id]),
    });
    const row = records[0];
    if (!row) return null;
    const page = { rows: [row], children: new Map(), areChildren: false, fromMutation: true };
    return { object, row, page, objects: context.view.objects };
  }
}

/** Puts the Ids that earlier operations made in the place of `@{alias}`, in reference fields only. */
function resolveValues(
  input: Record<string, unknown>,
  object: string,
  outcomes: ReadonlyMap<string, Outcome>,
  { view }: GraphqlContext,
): Record<string, FieldValue> {
  const fields = view.objects.get(object)?.def.fields;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      fields?.get(name)?.reference && typeof value === 'string'
        ? resolveReference(value, outcomes)
        : (value as FieldValue),
    ]),
  );
}

function resolveReference(value: unknown, outcomes: ReadonlyMap<string, Outcome>): string {
  const alias = /^@\{(.+)\}$/.exec(String(value))?.[1];
  if (alias === undefined) return String(value);
  const outcome = outcomes.get(alias);
  if (!outcome) throw new GraphQLError(`@{${alias}} names no earlier operation of this mutation`);
  if ('error' in outcome) throw new GraphQLError(ROLLED_BACK);
  return outcome.payload.Id;
}
