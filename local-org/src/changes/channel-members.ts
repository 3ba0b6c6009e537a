import type { MetadataStore } from '../metadata-store/types.ts';
import { parseXml } from '../metadata/xml/parse-xml.ts';
import { childText } from '../metadata/xml/xml-element.ts';

export const STANDARD_CHANNEL = 'ChangeEvents';

/** Which objects are selected for Change Data Capture, and on which channels. */
export interface ChannelMembers {
  /** Whether any channel carries the changes of an object. */
  isSelected(objectName: string): boolean;
  /** Every object that is selected on any channel. */
  selected(): ReadonlySet<string>;
  /** The objects of a channel (`ChangeEvents`, `CS_Tenure__chn`); undefined when there is no such channel. */
  objectsOf(channel: string): ReadonlySet<string> | undefined;
}

/** `Account` → `AccountChangeEvent`, `CS_Note__c` → `CS_Note__ChangeEvent` */
export const eventNameOf = (objectName: string): string =>
  objectName.endsWith('__c') ? `${objectName.slice(0, -1)}ChangeEvent` : `${objectName}ChangeEvent`;

/** `AccountChangeEvent` → `Account`, `CS_Note__ChangeEvent` → `CS_Note__c`; undefined for other names. */
export function objectNameOf(eventName: string): string | undefined {
  const [, name] = /^(\w+)ChangeEvent$/.exec(eventName) ?? [];
  return name?.endsWith('__') ? `${name}c` : name;
}

/** Reads the selections from the deployed metadata, anew when that changes. */
export function createChannelMembers(metadata: MetadataStore): ChannelMembers {
  let channels = new Map<string, Set<string>>();
  let selected = new Set<string>();
  let readAt = -1;

  function read(): void {
    if (readAt === metadata.revision()) return;
    readAt = metadata.revision();
    channels = new Map([[STANDARD_CHANNEL, new Set<string>()]]);
    for (const { fullName } of metadata.list('PlatformEventChannel')) channels.set(fullName, new Set());
    for (const { files } of metadata.list('PlatformEventChannelMember')) {
      const member = parseXml(Object.values(files)[0] ?? '');
      const object = objectNameOf(childText(member, 'selectedEntity') ?? '');
      if (object !== undefined) channels.get(childText(member, 'eventChannel') ?? '')?.add(object);
    }
    selected = new Set([...channels.values()].flatMap((objects) => [...objects]));
  }

  return {
    isSelected(objectName) {
      read();
      return selected.has(objectName);
    },
    selected() {
      read();
      return selected;
    },
    objectsOf(channel) {
      read();
      return channels.get(channel);
    },
  };
}
