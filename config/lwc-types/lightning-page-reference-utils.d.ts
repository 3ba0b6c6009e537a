/** `lightning/pageReferenceUtils`, https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-utils.html */
declare module 'lightning/pageReferenceUtils' {
  /** Values for a new record as `pageReference.state.defaultFieldValues` takes them. */
  export function encodeDefaultFieldValues(values: Record<string, string>): string;
  export function decodeDefaultFieldValues(encoded: string): Record<string, string>;
}
