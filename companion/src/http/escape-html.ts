const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as text of an HTML page, fit for an attribute too. */
export function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
