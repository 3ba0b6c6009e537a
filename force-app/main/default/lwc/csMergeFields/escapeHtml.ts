/** Braces too: an email composer has a merge syntax of its own, and a customer's name must not speak it. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '{': '&#123;',
  '}': '&#125;',
};

/** Text as HTML that shows exactly this text, in an element as well as in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`{}]/g, (sign) => ENTITIES[sign] ?? sign);
}
