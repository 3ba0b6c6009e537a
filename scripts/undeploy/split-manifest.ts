import { XMLParser } from 'fast-xml-parser';

/** Type → full names. */
export type Members = ReadonlyMap<string, readonly string[]>;

/** What holds data: deleting it deletes the data with it. */
const DATA_TYPES: ReadonlySet<string> = new Set(['CustomObject', 'CustomField']);

/** Reads a package manifest. */
export function readManifest(xml: string): Members {
  const parser = new XMLParser({ isArray: (name) => name === 'types' || name === 'members' });
  const { Package } = parser.parse(xml) as {
    Package?: { types?: { name: string; members?: (string | number)[] }[] };
  };
  return new Map(
    // The CLI lists a folder of reports with a slash at its end; the Metadata API knows it without.
    (Package?.types ?? []).map(({ name, members = [] }) => [
      name,
      members.map((member) => String(member).replace(/\/$/, '')),
    ]),
  );
}

/**
 * What can go without a loss, and what takes data with it. Standard objects are in neither, and fields of our own
 * objects go with their object.
 */
export function splitManifest(members: Members): { pages: Members; data: Members } {
  const objects = (members.get('CustomObject') ?? []).filter((name) => name.endsWith('__c'));
  const fields = (members.get('CustomField') ?? []).filter(
    (name) => !objects.includes(name.split('.')[0] ?? ''),
  );
  const pages = [...members].filter(([type]) => !DATA_TYPES.has(type));
  const data: [string, readonly string[]][] = [
    ['CustomField', fields],
    ['CustomObject', objects],
  ];
  return { pages: new Map(pages), data: new Map(data.filter(([, names]) => names.length > 0)) };
}

/** How many components a manifest names. */
export const countMembers = (members: Members) =>
  [...members.values()].reduce((count, names) => count + names.length, 0);

/** A manifest as the Metadata API takes it. */
export function writeManifest(members: Members, apiVersion: string): string {
  const types = [...members].map(
    ([name, names]) =>
      `    <types>\n${names.map((each) => `        <members>${escapeXml(each)}</members>\n`).join('')}` +
      `        <name>${name}</name>\n    </types>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
    `${types.join('')}    <version>${apiVersion}</version>\n</Package>\n`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
