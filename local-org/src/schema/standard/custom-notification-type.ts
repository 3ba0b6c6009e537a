import { checkbox, filledByPlatform, text } from '../field-builders.ts';
import { standardObject } from './standard-object.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.222.0.api.meta/api/sforce_api_objects_customnotificationtype.htm */
export const customNotificationType = standardObject(
  {
    name: 'CustomNotificationType',
    label: 'Custom Notification Type',
    labelPlural: 'Custom Notification Types',
    keyPrefix: '0ML',
    sharingModel: 'Read',
    readOnly: true,
    recycleBin: false,
    nameField: 'CustomNotifTypeName',
  },
  [
    text('CustomNotifTypeName', 'Custom Notification Type Name', 80, {
      ...filledByPlatform,
      nillable: false,
    }),
    text('DeveloperName', 'API Name', 80, { ...filledByPlatform, nillable: false }),
    text('MasterLabel', 'Master Label', 80, { ...filledByPlatform, nillable: false }),
    text('Description', 'Description', 255, filledByPlatform),
    checkbox('Desktop', 'Desktop', filledByPlatform),
    checkbox('Mobile', 'Mobile', filledByPlatform),
  ],
);
