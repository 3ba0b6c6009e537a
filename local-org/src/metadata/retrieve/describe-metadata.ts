import { COMPONENT_TYPES } from '../types/component-type.ts';

/** Child types of CustomObject that a deploy refuses; describing them would promise too much. */
const UNMODELLED_CHILDREN =
  /^(?:BusinessProcess|FieldSet|Index|RecordType|SharingReason|ValidationRule|WebLink)$/;

/** What `describeMetadata` answers: the types this org deploys, and no other. */
export function describeMetadata() {
  return {
    metadataObjects: COMPONENT_TYPES.filter(({ folderOf }) => folderOf === undefined).map((type) => ({
      childXmlNames: Object.values(type.children ?? {}).filter((child) => !UNMODELLED_CHILDREN.test(child)),
      directoryName: type.directory,
      inFolder: type.folderType !== undefined,
      metaFile: type.hasMetaFile ?? false,
      ...(type.suffix === undefined ? {} : { suffix: type.suffix }),
      xmlName: type.name,
    })),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}
