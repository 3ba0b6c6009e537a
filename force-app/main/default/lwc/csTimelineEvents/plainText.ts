const BREAKS = /<\/(p|div|li|h[1-6])>|<br\s*\/?>/gi;
const TAGS = /<[^>]*>/g;
const ENTITIES = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7});/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Length of a line below a title. */
const SUMMARY_LENGTH = 140;

/** The words of rich text, for searching and for one line of it; never put back as HTML. */
export function plainText(html: string): string {
  return html
    .replace(BREAKS, ' ')
    .replace(TAGS, '')
    .replace(ENTITIES, (_, name: string) => NAMED[name] ?? String.fromCodePoint(codeOf(name)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The beginning of a text in one line, cut between words. */
export function firstLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SUMMARY_LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(' ', SUMMARY_LENGTH) + 1 || SUMMARY_LENGTH).trim()}…`;
}

function codeOf(reference: string): number {
  const code = Number(reference.slice(1));
  return code <= 0x10ffff ? code : 0xfffd;
}
