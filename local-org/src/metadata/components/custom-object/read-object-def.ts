import type { ObjectDef, SharingModel } from '../../../schema/types.ts';
import { childText, type XmlElement } from '../../xml/xml-element.ts';

/** Turns a CustomObject's own attributes, already checked, into the schema's form. */
export function readObjectDef(name: string, object: XmlElement): Omit<ObjectDef, 'fields' | 'keyPrefix'> {
  return {
    name,
    label: childText(object, 'label') ?? name,
    labelPlural: childText(object, 'pluralLabel') ?? name,
    custom: true,
    sharingModel: (childText(object, 'sharingModel') as SharingModel | undefined) ?? 'ReadWrite',
    nameField: 'Name',
  };
}
