import { FORMATS } from './convert-cell.ts';
import type { ImportKind } from './kind.ts';
import type { FieldSource, Mapping } from './mapping.ts';

/** A field with the place of its column in each row; no place for a value that is the same in every row. */
export interface MatchedField {
  name: string;
  source: FieldSource;
  place: number | null;
}

/** How the columns of a file meet the fields of a kind. */
export interface Match {
  fields: MatchedField[];
  /** Columns that nothing is taken from. */
  unusedColumns: string[];
  /** Fields that the file does not say anything about. */
  missingFields: string[];
}

/** Finds the column of each field: as a map says, or by name. Says what is wrong when a row could never be read. */
export function matchColumns(
  kind: ImportKind,
  heading: readonly string[],
  mapping: Mapping | null,
): Match | { problem: string } {
  const columns = heading.map((name) => name.trim());
  const given = mapping ?? matchByName(kind, columns);
  const fields: MatchedField[] = [];
  for (const [name, source] of Object.entries(given)) {
    const field = kind.fields[name];
    if (!field) {
      return { problem: `${kind.name} has no field ${name}; expected some of ${namesOf(kind).join(', ')}` };
    }
    const formats: readonly string[] = FORMATS[field.type];
    if (source.format !== undefined && !formats.includes(source.format)) {
      return {
        problem: `${name} has the format ${source.format}; expected ${formats.join(' or ') || 'none'}`,
      };
    }
    if (source.multiply !== undefined && field.type !== 'number') {
      return { problem: `${name} is no number; multiply does not go with it` };
    }
    const place = source.column === undefined ? null : columns.indexOf(source.column);
    if (place === -1) {
      return {
        problem: `${name} is to come from the column "${source.column}"; the file has ${columns.join(', ')}`,
      };
    }
    if (place !== null && columns.lastIndexOf(source.column ?? '') !== place) {
      return {
        problem: `${name} is to come from the column "${source.column}", which the file has more than once`,
      };
    }
    fields.push({ name, source, place });
  }
  const mapped = new Set(fields.map(({ name }) => name));
  const lacking = kind.needs.find((oneOf) => !oneOf.some((name) => mapped.has(name)));
  if (lacking) {
    const column = lacking.join(' or ');
    return {
      problem: `nothing says where ${column} comes from; the file has ${columns.join(', ')}. Write a map: --print-map begins one`,
    };
  }
  const used = new Set(fields.map(({ place }) => place));
  return {
    fields,
    unusedColumns: columns.filter((_, place) => !used.has(place)),
    missingFields: namesOf(kind).filter((name) => !mapped.has(name)),
  };
}

const namesOf = (kind: ImportKind) => Object.keys(kind.fields);

/** Columns whose heading is the name of a field, or one of the names that systems give it. */
export function matchByName(kind: ImportKind, columns: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const [name, { aliases }] of Object.entries(kind.fields)) {
    const known = [name, ...aliases].map(plain);
    const fitting = columns.filter((column) => known.includes(plain(column)));
    // Of several, none: which one is meant is for a map to say.
    if (fitting.length === 1 && fitting[0] !== undefined) mapping[name] = { column: fitting[0] };
  }
  return mapping;
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A mapping to begin with: what is found by name, and empty what every row needs and the file does not name. */
export function startMapping(kind: ImportKind, heading: readonly string[]): Record<string, string> {
  const found = matchByName(
    kind,
    heading.map((name) => name.trim()),
  );
  const start: Record<string, string> = {};
  for (const [name, { column = '' }] of Object.entries(found)) start[name] = column;
  for (const oneOf of kind.needs) {
    if (!oneOf.some((name) => name in start)) start[oneOf[0] ?? ''] = '';
  }
  return start;
}
