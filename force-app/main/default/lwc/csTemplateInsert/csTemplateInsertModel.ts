import { MERGE_FIELDS } from 'c/csMergeFields';
import type { Merged } from 'c/csMergeFields';

/** What a person has to mend in a text before it is used, as sentences; none when everything was filled in. */
export function describeGaps(parts: readonly Merged[]): string[] {
  const missing = unique(parts.flatMap((part) => part.missing)).map(labelOf);
  const unknown = unique(parts.flatMap((part) => part.unknown));
  return [
    ...(missing.length ? [`No value here for: ${missing.join(', ')}. Look for the marks in the text.`] : []),
    ...(unknown.length ? [`Not a merge field: ${unknown.join(', ')}. Correct the template.`] : []),
  ];
}

function labelOf(name: string): string {
  return MERGE_FIELDS.find((field) => field.name === name)?.label ?? name;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
