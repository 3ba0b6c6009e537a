import { executeSync, GraphQLError, Kind, parse, valueFromASTUntyped } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { regionOf } from '../ui-model/region.ts';
import { buildAccessView } from './access-view.ts';
import type { AccessView } from './access-view.ts';
import { toErrorRepresentation } from './error-representation.ts';
import type { ErrorRepresentation } from './error-representation.ts';
import type { GraphqlContext } from './context.ts';
import { dropOptionalFields } from './validation/optional-fields.ts';
import { validateDocument } from './validation/validate-document.ts';

export interface GraphqlRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

export interface GraphqlResponse {
  data: unknown;
  errors: ErrorRepresentation[];
}

/**
 * Answers one GraphQL request of a user. Faults of the request and of its fields come in `errors`; only a
 * fault of this program is thrown.
 */
export function executeRequest(
  org: Org,
  user: UserContext,
  schemaFor: (view: AccessView) => GraphQLSchema,
  request: GraphqlRequest,
): GraphqlResponse {
  const parsed = parseQuery(request.query);
  if ('errors' in parsed) return parsed;
  const view = buildAccessView(org.schema, user);
  const schema = schemaFor(view);
  const document = dropOptionalFields(schema, parsed.document);
  const faults = validateDocument(schema, document);
  if (faults.length > 0) return { data: {}, errors: faults };

  const rawVariables = { ...variableDefaults(document), ...request.variables };
  const region = regionOf(org, user.userId);
  const contextValue: GraphqlContext = { org, user, view, region, rawVariables };
  const result = executeSync({
    schema,
    document,
    contextValue,
    variableValues: request.variables,
    hideSuggestions: true,
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
  });
  return toResponse(result, document);
}

/** The defaults that the document gives its variables, as written. */
function variableDefaults(document: DocumentNode): Record<string, unknown> {
  const definitions = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

function parseQuery(query: string): { document: DocumentNode } | GraphqlResponse {
  try {
    return { document: parse(query) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    const fault = error.message.replace(/^Syntax Error: /, '');
    const message = `Invalid syntax at line ${line} column ${column}: ${fault}`;
    return { data: {}, errors: [toErrorRepresentation(error, 'InvalidSyntax', message)] };
  }
}

function toResponse(result: ExecutionResult, document: DocumentNode): GraphqlResponse {
  const errors = result.errors ?? [];
  for (const { originalError } of errors) {
    if (originalError && !isExpected(originalError)) throw originalError;
  }
  if (result.data !== undefined) {
    return {
      data: result.data,
      errors: errors.map((error) => toErrorRepresentation(error, 'DataFetchingException')),
    };
  }
  const many = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION).length > 1;
  const type = errors[0]?.locations || !many ? 'ValidationError' : 'OperationNotSupported';
  return { data: {}, errors: errors.map((error) => toErrorRepresentation(error, type)) };
}

/** Faults of a query and refusals by the org; anything else is a fault of this program. */
function isExpected(error: Error): boolean {
  return error instanceof SalesforceError || error instanceof GraphQLError;
}
