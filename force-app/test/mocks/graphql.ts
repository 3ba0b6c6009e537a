import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** The wire of `lightning/graphql` for tests: `emit({ data })`, `emit({ errors })`, `getLastConfig()`. */
export const graphql = createTestWireAdapter(() => undefined);

/** The text of a document stands for the document. */
export const gql = (strings: TemplateStringsArray): string => strings.join('');

/** Answers nothing unless a test says what. */
export const executeMutation = jest.fn();
