/**
 * `lightning/graphql` (v2), as documented in
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-graphql-module.html
 */
declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed document: opaque to components. */
  export type GraphQlDocument = object;

  export interface GraphQlError {
    message: string;
    locations?: { line: number; column: number }[];
    paths?: string[];
  }

  /** What the wire adapter hands over; `errors`, in the plural, as in the GraphQL specification. */
  export interface GraphQlResult<Data = unknown> {
    data?: Data;
    errors?: GraphQlError[];
    /** Asks again with the same query and variables; resolves once the wire has the answer. */
    refresh?: () => Promise<void>;
  }

  export interface GraphQlRequest {
    query: GraphQlDocument;
    /** Names a property of the component that holds the variables, such as `$variables`. */
    variables?: Record<string, unknown> | `$${string}`;
    operationName?: string;
  }

  export const graphql: WireAdapterConstructor<GraphQlRequest, GraphQlResult>;
  export function gql(strings: TemplateStringsArray, ...values: unknown[]): GraphQlDocument;
  export function executeMutation<Data = unknown>(request: {
    query: GraphQlDocument;
    variables: { input?: unknown } & Record<string, unknown>;
    operationName?: string;
  }): Promise<GraphQlResult<Data>>;
}
