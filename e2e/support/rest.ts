/** Where and as whom a REST call is made. */
export interface OrgAccess {
  url: string;
  accessToken: string;
}

/**
 * The rows of a SOQL query (first page).
 *
 * @throws Error with the org's error code and message
 */
export async function query<T = Record<string, unknown>>(org: OrgAccess, soql: string): Promise<T[]> {
  const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${org.accessToken}` },
  });
  const body = (await response.json()) as { records: T[] } | { errorCode: string; message: string }[];
  if (Array.isArray(body)) throw new Error(`${body[0]?.errorCode}: ${body[0]?.message}`);
  return body.records;
}

/**
 * Makes one record.
 *
 * @returns its Id
 * @throws Error with the org's answer
 */
export async function insert(org: OrgAccess, object: string, fields: object): Promise<string> {
  const body = (await post(org, `sobjects/${object}`, fields)) as { id: string };
  return body.id;
}

/**
 * Changes fields of one record.
 *
 * @throws Error with the org's answer
 */
export async function update(org: OrgAccess, object: string, id: string, fields: object): Promise<void> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${object}/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  if (!response.ok)
    throw new Error(`PATCH ${object} ${id} answered ${response.status}: ${await response.text()}`);
}

/**
 * Makes many records of one object, 200 with each request.
 *
 * @throws Error with the first refusal
 */
export async function insertAll(org: OrgAccess, object: string, records: readonly object[]): Promise<void> {
  for (let start = 0; start < records.length; start += 200) {
    const batch = records
      .slice(start, start + 200)
      .map((fields) => ({ attributes: { type: object }, ...fields }));
    const results = (await post(org, 'composite/sobjects', { allOrNone: true, records: batch })) as {
      success: boolean;
    }[];
    const refused = results.find(({ success }) => !success);
    if (refused) throw new Error(`${object} was not made: ${JSON.stringify(refused)}`);
  }
}

async function post(org: OrgAccess, resource: string, content: object): Promise<unknown> {
  const response = await fetch(`${org.url}/services/data/v66.0/${resource}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(content),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`POST ${resource} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}
