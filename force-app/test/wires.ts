import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';

type Config = Record<string, unknown>;

interface RecordWire {
  emit(record: object, filter?: (config: Config) => boolean): void;
  error(
    body: { message: string },
    status?: number,
    statusText?: string,
    filter?: (config: Config) => boolean,
  ): void;
  getLastConfig(): Config;
}

interface GraphQlWire {
  emit(result: GraphQlResult, filter?: (config: Config) => boolean): void;
  getLastConfig(): Config;
}

/** The wire of records, in the hands of the test. */
export const recordWire = getRecord as unknown as RecordWire;

/** The wire of GraphQL, in the hands of the test. */
export const graphqlWire = graphql as unknown as GraphQlWire;

/** Narrows an answer to those who asked for this record. */
export function forRecord(recordId: string): (config: Config) => boolean {
  return (config) => config.recordId === recordId;
}

/** Narrows an answer to the query of this name: a page may ask more than one. */
export function forQuery(name: string): (config: Config) => boolean {
  return (config) => String(config.query).includes(`query ${name}(`);
}
