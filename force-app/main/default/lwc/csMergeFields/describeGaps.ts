import { MERGE_FIELDS } from './mergeFieldList';

/** What a merge could not fill in. */
export interface Gaps {
  missing: readonly string[];
  unknown: readonly string[];
}

/** What a person has to mend in a text before it is used, as sentences; none when everything was filled in. */
export function describeGaps(parts: readonly Gaps[]): string[] {
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
