/**
 * Values for a new record in one string, as `pageReference.state.defaultFieldValues` takes them:
 * `Subject=Call%2C%20then%20mail,WhatId=001…`.
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-utils.html
 */
export function encodeDefaultFieldValues(values: Record<string, unknown>): string {
  return Object.entries(values)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join(',');
}

/** The values in such a string. */
export function decodeDefaultFieldValues(encoded: string): Record<string, string> {
  return Object.fromEntries(
    encoded
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
      }),
  );
}
