/** A field as GraphQL answers it. */
const value = <Type>(of: Type): { value: Type } => ({ value: of });

type Fields = Record<string, unknown>;

function connection(nodes: Fields[]): object {
  const pageInfo = { hasNextPage: false, endCursor: null };
  return { edges: nodes.map((node) => ({ node })), pageInfo, totalCount: nodes.length };
}

/** A record as GraphQL answers it: `Id` as it is, relations by name, every other field wrapped. */
export function nodeOf({ Id, ...fields }: Fields): Fields {
  return {
    Id,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, of]) => [
        name,
        name.endsWith('__r') ? of && { Name: value(of) } : value(of),
      ]),
    ),
  };
}

/** The answer to `ACCOUNT_STORY` with these records; what is not given there is none of, tickets no right to. */
export function storyOf(records: Partial<Record<string, Fields[]>>): { data: object } {
  const always = ['scores', 'answers', 'changes', 'runs', 'steps', 'playbooks'];
  const kinds = records['tickets'] ? [...always, 'tickets'] : always;
  const query = Object.fromEntries(
    kinds.map((kind) => [kind, connection((records[kind] ?? []).map(nodeOf))]),
  );
  return { data: { uiapi: { query } } };
}
