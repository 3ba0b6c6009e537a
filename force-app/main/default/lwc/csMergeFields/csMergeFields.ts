import { escapeHtml } from './escapeHtml';
import { MERGE_FIELDS } from './mergeFieldList';
import { MergeReport } from './mergeReport';
import type { Merged } from './mergeReport';

export { describeGaps } from './describeGaps';
export { MERGE_FIELDS } from './mergeFieldList';
export type { MergeField } from './mergeFieldList';
export type { Merged } from './mergeReport';

/** What each merge field reads as for one customer, by field name; null or left out: there is no value. */
export type MergeValues = Readonly<Record<string, string | null | undefined>>;

// An editor may put a no-break space between brace and name.
const TOKEN = /\{\{(?:\s|&nbsp;|\u00a0)*([\w.-]+(?: [\w.-]+)*)(?:\s|&nbsp;|\u00a0)*\}\}/g;
/** One tag or comment with everything in it; a `>` inside quotes does not end it. */
const TAG = /<(?:!--[\s\S]*?-->|[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^'"<>])*>)/g;
/** Marks what a person has to look at before the text leaves the house. */
const MARK = 'background-color: rgb(254, 240, 192);';

/** What each field may read as, for a text that is shown without a customer. */
export const EXAMPLE_VALUES: MergeValues = Object.fromEntries(
  MERGE_FIELDS.map(({ name, example }) => [name, example]),
);

const FIELD_BY_NAME = new Map(MERGE_FIELDS.map((field) => [field.name.toLowerCase(), field]));

/**
 * Fills in the merge fields of a rich text. Values are text, whatever they hold: in the text they are escaped, and
 * inside a tag, such as in the address of a link, they are percent-encoded, so that no value can add markup, an
 * attribute or a `javascript:` address. A value is never searched for merge fields itself.
 *
 * @param template HTML with merge fields, such as `<p>Dear {{contact.firstName}}</p>`
 * @param values what each field reads as
 */
export function mergeHtml(template: string, values: MergeValues): Merged {
  const report = new MergeReport();
  let text = '';
  let end = 0;
  for (const tag of template.matchAll(TAG)) {
    text += fill(template.slice(end, tag.index), values, report, asText, asMark);
    text += fill(tag[0], values, report, asPartOfTag, () => '');
    end = tag.index + tag[0].length;
  }
  text += fill(template.slice(end), values, report, asText, asMark);
  return report.on(text);
}

/**
 * Fills in the merge fields of plain text on one line, such as the subject of an email.
 *
 * @param template text with merge fields
 * @param values what each field reads as; line breaks in them become spaces
 */
export function mergeText(template: string, values: MergeValues): Merged {
  const report = new MergeReport();
  return report.on(fill(template, values, report, onOneLine, (note) => `[${note}]`));
}

/** Names in the text that are no merge field, each once: what a template must not be saved with unseen. */
export function unknownFieldsIn(template: string): string[] {
  return mergeHtml(template, {}).unknown;
}

/**
 * Adds a text to what was already written, and takes nothing of that away.
 *
 * @param written the HTML in the editor
 * @param addition HTML to add at the end
 */
export function appendHtml(written: string | null | undefined, addition: string): string {
  return isBlankHtml(written) ? addition : `${written}${addition}`;
}

/** Whether an editor's HTML shows nothing: empty, or only blank paragraphs. */
export function isBlankHtml(html: string | null | undefined): boolean {
  const shown = (html ?? '').replace(/<img\b/gi, 'img').replace(TAG, '');
  return shown.replace(/&nbsp;|\u00a0|\s/g, '') === '';
}

function fill(
  template: string,
  values: MergeValues,
  report: MergeReport,
  write: (value: string) => string,
  mark: (note: string) => string,
): string {
  return template.replace(TOKEN, (_token, name: string) => {
    const field = FIELD_BY_NAME.get(name.toLowerCase());
    if (!field) {
      report.unknown.add(name);
      return mark(`${name}: unknown field`);
    }
    const value = values[field.name];
    if (value === null || value === undefined || value === '') {
      report.missing.add(field.name);
      return mark(`${field.label}: no value`);
    }
    return write(value);
  });
}

function asText(value: string): string {
  return escapeHtml(value);
}

function asMark(note: string): string {
  return `<span style="${MARK}">[${escapeHtml(note)}]</span>`;
}

function asPartOfTag(value: string): string {
  // Half a surrogate pair cannot be encoded; with the u flag only halves match.
  return encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

function onOneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
