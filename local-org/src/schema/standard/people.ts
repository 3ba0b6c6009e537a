import {
  checkbox,
  contactPoint,
  dateTime,
  filledByPlatform,
  lookup,
  picklist,
  text,
} from '../field-builders.ts';
import { LOCALES } from './locales.ts';
import { standardObject } from './standard-object.ts';
import { TIME_ZONES } from './time-zones.ts';

const EMAIL_ENCODINGS = [
  ...['UTF-8', 'ISO-8859-1', 'Shift_JIS', 'ISO-2022-JP', 'EUC-JP', 'ks_c_5601-1987', 'Big5', 'GB2312'],
];
/** What every user has, one of the platform's own values. */
const required = { nillable: false, restricted: true } as const;

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm */
export const user = standardObject(
  {
    name: 'User',
    label: 'User',
    labelPlural: 'Users',
    keyPrefix: '005',
    sharingModel: 'Read',
    recycleBin: false,
  },
  [
    text('Username', 'Username', 80, { nillable: false, unique: true }),
    text('LastName', 'Last Name', 80, { nillable: false }),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121, filledByPlatform),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    contactPoint('email', 'Email', 'Email', { nillable: false, length: 128 }),
    contactPoint('phone', 'Phone', 'Phone'),
    contactPoint('phone', 'MobilePhone', 'Mobile'),
    text('Alias', 'Alias', 8, { nillable: false }),
    text('CommunityNickname', 'Nickname', 40, { unique: true }),
    checkbox('IsActive', 'Active', { defaultValue: true }),
    picklist('TimeZoneSidKey', 'Time Zone', TIME_ZONES, required),
    lookup('UserRoleId', 'Role ID', 'UserRole'),
    picklist('LocaleSidKey', 'Locale', LOCALES, required),
    picklist('EmailEncodingKey', 'Email Encoding', EMAIL_ENCODINGS, required),
    lookup('ProfileId', 'Profile ID', 'Profile', { nillable: false, onDelete: 'Restrict', child: 'Users' }),
    picklist('UserType', 'User Type', ['Standard'], { ...filledByPlatform, defaultValue: 'Standard' }),
    picklist('LanguageLocaleKey', 'Language', ['en_US'], required),
    lookup('ManagerId', 'Manager ID', 'User'),
    text('FederationIdentifier', 'SAML Federation ID', 512),
    dateTime('LastLoginDate', 'Last Login', filledByPlatform),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_role.htm */
export const userRole = standardObject(
  {
    name: 'UserRole',
    label: 'Role',
    labelPlural: 'Roles',
    keyPrefix: '00E',
    sharingModel: 'Read',
    recycleBin: false,
  },
  [
    text('Name', 'Name', 80, { nillable: false }),
    lookup('ParentRoleId', 'Parent Role ID', 'UserRole', { onDelete: 'Restrict' }),
    text('DeveloperName', 'Developer Name', 80, { unique: true }),
    text('RollupDescription', 'Description', 80),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_profile.htm */
export const profile = standardObject(
  {
    name: 'Profile',
    label: 'Profile',
    labelPlural: 'Profiles',
    keyPrefix: '00e',
    sharingModel: 'Read',
    recycleBin: false,
    readOnly: true,
  },
  [
    text('Name', 'Name', 255, { nillable: false, unique: true }),
    picklist('UserType', 'User Type', ['Standard'], { defaultValue: 'Standard' }),
    text('Description', 'Description', 255),
  ],
);
