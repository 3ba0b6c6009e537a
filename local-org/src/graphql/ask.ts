import type { Server } from 'node:http';
import request from 'supertest';
import type { ErrorRepresentation } from './error-representation.ts';

/** An answer's data as tests look into it. */
export interface Answer {
  // Each test states the shape it expects.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: ErrorRepresentation[];
}

/** Sends one GraphQL request as the user of a token; for tests. */
export async function askGraphql(
  server: Server,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await request(server)
    .post('/services/data/v66.0/graphql')
    .set('Authorization', `Bearer ${token}`)
    .send({ query, variables });
  if (response.status !== 200) throw new Error(`${response.status} ${response.text}`);
  return response.body as Answer;
}
