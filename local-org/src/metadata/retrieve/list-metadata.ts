import type { Org } from '../../org.ts';
import { COMPONENT_TYPES, parentTypeOf } from '../types/component-type.ts';
import { SoapFault } from '../soap/soap-envelope.ts';
import { fileProperties } from './file-properties.ts';

/** What `listMetadata` answers for one type: its deployed components; standard objects count as components. */
export function listMetadata(org: Org, type: string) {
  if (!COMPONENT_TYPES.some(({ name }) => name === type) && !parentTypeOf(type)) {
    throw new SoapFault('INVALID_TYPE', `Unknown type: ${type}. The local org lists the types it deploys.`);
  }
  const stored = org.metadata.list(type).map(fileProperties);
  if (type !== 'CustomObject') return stored;
  const standard = org.schema
    .objects()
    .filter(({ name, custom }) => !custom && !stored.some(({ fullName }) => fullName === name))
    .map(({ name }) => fileProperties({ type, fullName: name, lastModifiedDate: org.now().toISOString() }));
  return [...stored, ...standard];
}
