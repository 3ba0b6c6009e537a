import { callApi } from 'platform/http';

export interface Found {
  id: string;
  name: string;
}

const API_NAME = /^[A-Za-z]\w*$/;

interface SearchAnswer {
  data?: {
    uiapi: {
      query: Record<string, { edges: { node: { Id: string } & Record<string, { value: string }> }[] }>;
    };
  };
  errors?: { message: string }[];
}

/** Records of an object whose name holds the text, by name. */
export async function searchByName(
  objectApiName: string,
  text: string,
  { nameField = 'Name', limit = 8 } = {},
): Promise<Found[]> {
  if (!API_NAME.test(objectApiName) || !API_NAME.test(nameField)) {
    throw new TypeError(`"${objectApiName}.${nameField}" is not the name of a field.`);
  }
  const query = `query findByName($pattern: String) { uiapi { query {
    ${objectApiName}(first: ${limit}, where: { ${nameField}: { like: $pattern } }, orderBy: { ${nameField}: { order: ASC } }) {
      edges { node { Id ${nameField} { value } } } } } } }`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const answer = await callApi<SearchAnswer>('POST', '/graphql', { query, variables: { pattern } });
  if (!answer.data || answer.errors?.length)
    throw new Error(answer.errors?.[0]?.message ?? 'The search failed.');
  const edges = answer.data.uiapi.query[objectApiName]?.edges ?? [];
  return edges.map(({ node }) => ({ id: node.Id, name: node[nameField]?.value ?? node.Id }));
}
