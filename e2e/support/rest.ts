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
