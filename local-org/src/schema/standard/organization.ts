import { checkbox, dateTime, filledByPlatform, picklist, text } from '../field-builders.ts';
import { LOCALES } from './locales.ts';
import { standardObject } from './standard-object.ts';
import { TIME_ZONES } from './time-zones.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm */
export const organization = standardObject(
  {
    name: 'Organization',
    label: 'Organization',
    labelPlural: 'Organizations',
    keyPrefix: '00D',
    sharingModel: 'Read',
    recycleBin: false,
    readOnly: true,
  },
  [
    text('Name', 'Name', 80, { nillable: false }),
    text('Country', 'Country', 80),
    picklist('DefaultLocaleSidKey', 'Locale', LOCALES, { defaultValue: 'en_US' }),
    picklist('TimeZoneSidKey', 'Time Zone', TIME_ZONES, { defaultValue: 'GMT' }),
    picklist('LanguageLocaleKey', 'Language', ['en_US'], { defaultValue: 'en_US' }),
    picklist('OrganizationType', 'Edition', ['Developer Edition'], { defaultValue: 'Developer Edition' }),
    text('InstanceName', 'Instance Name', 8, { defaultValue: 'LOCAL1' }),
    checkbox('IsSandbox', 'Is Sandbox', filledByPlatform),
    text('NamespacePrefix', 'Namespace Prefix', 15, filledByPlatform),
    dateTime('TrialExpirationDate', 'Trial Expiration Date', filledByPlatform),
  ],
);
