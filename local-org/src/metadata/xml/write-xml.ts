/** A value that stands in XML: objects become elements, arrays repeat theirs, null is `xsi:nil`, undefined is left out. */
export type XmlValue =
  string | number | boolean | Date | null | undefined | XmlValue[] | { [name: string]: XmlValue };

/** Text safe inside an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Writes the members of an object as elements, in order, without white space.
 *
 * @example writeXml({ id: '0Af…', done: false }) // <id>0Af…</id><done>false</done>
 */
export function writeXml(members: { [name: string]: XmlValue }): string {
  return Object.entries(members)
    .map(([name, value]) => writeElement(name, value))
    .join('');
}

function writeElement(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((item) => writeElement(name, item)).join('');
  if (value instanceof Date) return `<${name}>${value.toISOString()}</${name}>`;
  if (typeof value === 'object') return `<${name}>${writeXml(value)}</${name}>`;
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}
