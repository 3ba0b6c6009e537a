import { COMPONENT_TYPES } from '../types/component-type.ts';

/** Child types of CustomObject that a deploy refuses; describing them would promise too much. */
const UNMODELLED_CHILDREN =
  /^(?:BusinessProcess|FieldSet|Index|RecordType|SharingReason|ValidationRule|WebLink)$/;

/** What `describeMetadata` answers: the types this org deploys, and no other. */
export function describeMetadata() {
  return {
    metadataObjects: COMPONENT_TYPES.map(({ name, directory, suffix, hasMetaFile, children }) => ({
      childXmlNames: Object.values(children ?? {}).filter((child) => !UNMODELLED_CHILDREN.test(child)),
      directoryName: directory,
      inFolder: false,
      metaFile: hasMetaFile ?? false,
      ...(suffix === undefined ? {} : { suffix }),
      xmlName: name,
    })),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}
