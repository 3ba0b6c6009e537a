import type { GraphQLError } from 'graphql';

/** https://developer.salesforce.com/docs/platform/graphql/guide/query-status.html */
export type ErrorType =
  | 'InvalidSyntax'
  | 'ValidationError'
  | 'DataFetchingException'
  | 'OperationNotSupported'
  | 'ExecutionAborted';

/** One entry of `errors`: the platform's `GraphQLErrorRepresentation`. */
export interface ErrorRepresentation {
  extensions: { ErrorType: ErrorType };
  locations: { line: number; column: number }[];
  message: string;
  /** The place in the answer that stayed empty; none when nothing was run. */
  paths: (string | number)[];
}

/** The platform's shape of an error of graphql-js. */
export function toErrorRepresentation(
  error: GraphQLError,
  type: ErrorType,
  message = error.message,
): ErrorRepresentation {
  return {
    extensions: { ErrorType: type },
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    message,
    paths: [...(error.path ?? [])],
  };
}
