import { validate } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { toErrorRepresentation } from '../error-representation.ts';
import type { ErrorRepresentation } from '../error-representation.ts';
import { queryPaths } from './query-paths.ts';
import { VALIDATION_RULES, wordFault } from './rules.ts';
import { checkSubqueries } from './subquery-limit.ts';

const OPTIONS = { hideSuggestions: true };

/** What is wrong with a document, in the platform's words, in the order of the document. */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): ErrorRepresentation[] {
  const pathOf = queryPaths(document);
  const faults = VALIDATION_RULES.flatMap(({ rule, fault }) =>
    validate(schema, document, [rule], OPTIONS).map((error) => represent(error, fault)),
  );
  if (faults.length > 0) return faults.sort(byPlace);
  return checkSubqueries(schema, document).map((error) => represent(error, 'MaxSubqueriesExceeded'));

  function represent(error: GraphQLError, rule: string): ErrorRepresentation {
    const { fault, text } = wordFault(rule, error.message);
    const paths = error.nodes?.map((node) => pathOf.get(node)) ?? [];
    const at = Math.max(0, paths.findIndex(Boolean));
    const place = paths[at] ? ` @ '${paths[at]}'` : '';
    const message = `Validation error of type ${fault}: ${text}${place}`;
    const representation = toErrorRepresentation(error, 'ValidationError', message);
    return { ...representation, locations: representation.locations.slice(at, at + 1) };
  }
}

function byPlace(a: ErrorRepresentation, b: ErrorRepresentation): number {
  const [left, right] = [a.locations[0], b.locations[0]];
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}
