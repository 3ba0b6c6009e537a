import { dateTime, filledByPlatform, lookup, picklist, text } from '../field-builders.ts';
import { standardObject } from './standard-object.ts';

const readOnly = { sharingModel: 'Read', readOnly: true } as const;
const developerName = () =>
  text('DeveloperName', 'Unique Name', 80, { ...filledByPlatform, nillable: false });

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_folder.htm */
export const folder = standardObject(
  { ...readOnly, name: 'Folder', label: 'Folder', labelPlural: 'Folders', keyPrefix: '00l' },
  [
    text('Name', 'Name', 80, { ...filledByPlatform, nillable: false }),
    developerName(),
    picklist('AccessType', 'Access Type', ['Hidden', 'Public', 'Shared'], filledByPlatform),
    picklist('Type', 'Type', ['Dashboard', 'Report'], filledByPlatform),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_report.htm */
export const report = standardObject(
  { ...readOnly, name: 'Report', label: 'Report', labelPlural: 'Reports', keyPrefix: '00O' },
  [
    // The platform keeps a report's folder in OwnerId.
    lookup('OwnerId', 'Owner ID', 'Folder', { ...filledByPlatform, nillable: false }),
    text('FolderName', 'Folder Name', 256, filledByPlatform),
    text('Name', 'Report Name', 40, { ...filledByPlatform, nillable: false }),
    text('Description', 'Description', 255, filledByPlatform),
    developerName(),
    picklist('Format', 'Format', ['Tabular', 'Summary', 'Matrix'], filledByPlatform),
    dateTime('LastRunDate', 'Last Run', filledByPlatform),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_dashboard.htm */
export const dashboard = standardObject(
  {
    ...readOnly,
    ...{ name: 'Dashboard', label: 'Dashboard', labelPlural: 'Dashboards', keyPrefix: '01Z' },
    nameField: 'Title',
  },
  [
    lookup('FolderId', 'Folder ID', 'Folder', { ...filledByPlatform, nillable: false }),
    text('FolderName', 'Folder Name', 256, filledByPlatform),
    text('Title', 'Title', 80, { ...filledByPlatform, nillable: false }),
    text('Description', 'Description', 255, filledByPlatform),
    developerName(),
    lookup('RunningUserId', 'Running User ID', 'User', filledByPlatform),
    picklist('Type', 'Dashboard Running User', ['SpecifiedUser', 'LoggedInUser'], filledByPlatform),
  ],
);
