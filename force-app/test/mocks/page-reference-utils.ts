/** `lightning/pageReferenceUtils` for tests, readable: `Subject=Call,WhatId=001…`. */
export function encodeDefaultFieldValues(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join(',');
}
