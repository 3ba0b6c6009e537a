export { gql, graphql } from 'lightning/graphql';

/** Asks a wired query again. Later code calls `refresh` of the result itself. */
export async function refreshGraphQL(result: { refresh?: () => Promise<void> }): Promise<void> {
  await result?.refresh?.();
}
