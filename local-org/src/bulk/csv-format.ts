import { SalesforceError } from '../errors.ts';

const DELIMITERS = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;
const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

/** How the CSV of a job is written, by the names of the API. */
export interface CsvFormat {
  columnDelimiter: keyof typeof DELIMITERS;
  lineEnding: keyof typeof LINE_ENDINGS;
}

/** Reads the format of a job request; comma and LF unless it says otherwise. */
export function readCsvFormat(body: Record<string, unknown>): CsvFormat {
  const contentType = body.contentType ?? 'CSV';
  if (contentType !== 'CSV') throw invalidChoice('contentType', contentType, ['CSV']);
  return {
    columnDelimiter: choose('columnDelimiter', body.columnDelimiter ?? 'COMMA', DELIMITERS),
    lineEnding: choose('lineEnding', body.lineEnding ?? 'LF', LINE_ENDINGS),
  };
}

/** The characters that a format's names stand for. */
export function csvCharacters(format: CsvFormat): { delimiter: string; lineBreak: string } {
  return { delimiter: DELIMITERS[format.columnDelimiter], lineBreak: LINE_ENDINGS[format.lineEnding] };
}

function choose<T extends object>(property: string, value: unknown, choices: T): keyof T {
  if (typeof value === 'string' && Object.hasOwn(choices, value)) return value as keyof T;
  throw invalidChoice(property, value, Object.keys(choices));
}

/** What a job request gets for a value that is none of the API's. */
export function invalidChoice(property: string, value: unknown, choices: readonly string[]): SalesforceError {
  return new SalesforceError(
    'INVALIDJOB',
    `${property} is ${JSON.stringify(value)}; expected one of ${choices.join(', ')}`,
  );
}
