import { callApi } from 'platform/http';
import { nameFieldOf, targetsOf, type FieldInfo, type ObjectInfo } from 'platform/fieldInfo';
import type { RecordRepresentation } from 'platform/recordStore';

export interface ListQuery {
  info: ObjectInfo;
  /** Field names, the name field among them. */
  fields: readonly string[];
  /** One equality filter: `['OwnerId', '005…']`. */
  filter?: readonly [field: string, value: string] | undefined;
  sortBy: string;
  descending: boolean;
  first: number;
  after?: string | undefined;
}

export interface ListPage {
  records: RecordRepresentation[];
  totalCount: number;
  endCursor: string | undefined;
  hasMore: boolean;
}

interface Node {
  Id: string;
  [field: string]: unknown;
}

interface Connection {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: Node }[];
}

interface Answer {
  data?: { uiapi: { query: Record<string, Connection> } };
  errors?: { message: string }[];
}

/** One page of an object's records. */
export async function readList(query: ListQuery): Promise<ListPage> {
  const { info, filter, first, after } = query;
  const variables = { first, after: after ?? null, ...(filter ? { value: filter[1] } : {}) };
  const answer = await callApi<Answer>('POST', '/graphql', { query: writeQuery(query), variables });
  if (!answer.data || answer.errors?.length)
    throw new Error(answer.errors?.[0]?.message ?? 'The list cannot be read.');
  const { edges, totalCount, pageInfo } = answer.data.uiapi.query[info.apiName]!;
  return {
    records: edges.map(({ node }) => toRecord(info.apiName, node)),
    totalCount,
    endCursor: pageInfo.endCursor ?? undefined,
    hasMore: pageInfo.hasNextPage,
  };
}

function writeQuery({ info, fields, filter, sortBy, descending }: ListQuery): string {
  const known = fields.flatMap((name) => info.fields[name] ?? []);
  const where = filter ? `where: { ${filter[0]}: { eq: $value } },` : '';
  const order = `orderBy: { ${sortBy}: { order: ${descending ? 'DESC' : 'ASC'}, nulls: LAST } }`;
  return `query readList($first: Int, $after: String${filter ? ', $value: ID' : ''}) { uiapi { query {
    ${info.apiName}(first: $first, after: $after, ${where} ${order}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { Id ${known.map(select).join(' ')} } }
    } } } }`;
}

function select(field: FieldInfo): string {
  const own = `${field.apiName} { value displayValue }`;
  const name = nameFieldOf(field);
  if (field.apiName === 'Id' || !name || !field.relationshipName) return field.apiName === 'Id' ? '' : own;
  // A fragment for each target reads the name behind a lookup to one object and to several alike. Of several, those
  // without a Name, such as cases, show their Id: the org's GraphQL reads no other field there.
  const targets = targetsOf(field);
  const fragments = targets.map(({ apiName, nameField }) => {
    const readable = targets.length === 1 || nameField === 'Name' ? `${nameField} { value }` : 'Id';
    return `... on ${apiName} { ${readable} }`;
  });
  return `${field.apiName} { value } ${field.relationshipName} { ${fragments.join(' ')} }`;
}

/** A node in the shape of UI API's records, which the components show. */
function toRecord(apiName: string, node: Node): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  for (const [name, value] of Object.entries(node)) {
    if (value === null || typeof value !== 'object') continue;
    const isField = 'value' in value;
    const field = value as { value?: unknown; displayValue?: string | null };
    fields[name] = isField
      ? { value: field.value ?? null, displayValue: field.displayValue ?? null }
      : { value: toRecord('', { Id: '', ...(value as object) }), displayValue: null };
  }
  return { apiName, id: node.Id, fields };
}
