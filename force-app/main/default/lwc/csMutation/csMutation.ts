import { executeMutation } from 'lightning/graphql';
import type { GraphQlDocument, GraphQlError } from 'lightning/graphql';
import { reduceErrors } from 'c/csLdsErrors';

/** What a mutation answers: under each alias the payload, null where the operation was refused. */
export interface MutationAnswer {
  data?: { uiapi?: Record<string, { Record?: { Id?: string } | null } | null> | null };
  errors?: GraphQlError[];
}

/**
 * Runs a mutation. One that does not get through is an answer like any other, so that what earlier requests of the
 * same job wrote stays known.
 */
export async function sendMutation(
  query: GraphQlDocument,
  variables: Record<string, unknown>,
): Promise<MutationAnswer> {
  try {
    return (await executeMutation({ query, variables })) as MutationAnswer;
  } catch (error) {
    return { errors: reduceErrors(error).map((message) => ({ message })) };
  }
}

/** Why an operation was refused: the errors that name its alias, else those of the whole request; null if it was not. */
export function refusalOf(alias: string, { data, errors = [] }: MutationAnswer): string | null {
  const own = errors.filter(({ paths }) => paths?.includes(alias));
  if (data?.uiapi?.[alias] && own.length === 0) return null;
  const reasons = reduceErrors(own.length > 0 ? own : errors);
  return reasons.join(' ') || 'Salesforce gave no reason.';
}
