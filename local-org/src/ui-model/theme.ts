import type { MetadataStore } from '../metadata-store/types.ts';
import type { ObjectDef } from '../schema/types.ts';

/** The icon and the colour behind it, as an object info carries them. */
export interface ThemeInfo {
  color: string;
  iconUrl: string;
}

const STANDARD_COLORS: Readonly<Record<string, string>> = {
  Account: '5867E8',
  Campaign: 'F49756',
  Case: 'FF538A',
  Contact: '9602C7',
  Contract: '3BA755',
  Event: 'CB65FF',
  Lead: 'FF7B84',
  Opportunity: 'FF5D2D',
  Product2: '9602C7',
  Task: '3BA755',
  User: '0D9DDA',
};
const DEFAULT_COLOR = '5867E8';
/** `Custom63: Chip` names the sixty-third custom icon. */
const MOTIF = /<motif>\s*Custom(\d+)\s*:/;

/** A standard object's own theme; a custom object's from the motif of its tab, when it has one. */
export function themeInfo(object: ObjectDef, metadata: MetadataStore, baseUrl: string): ThemeInfo {
  const icon = object.custom ? customIcon(object, metadata) : `standard/${object.name.toLowerCase()}`;
  return {
    color: STANDARD_COLORS[object.name] ?? DEFAULT_COLOR,
    iconUrl: `${baseUrl}/img/icon/t4v35/${icon}_120.png`,
  };
}

function customIcon(object: ObjectDef, metadata: MetadataStore): string {
  const files = Object.values(metadata.get('CustomTab', object.name)?.files ?? {});
  const number = files.map((file) => MOTIF.exec(file)?.[1]).find((found) => found !== undefined);
  return number === undefined ? 'standard/default' : `custom/custom${number}`;
}
