import {
  checkbox,
  currency,
  date,
  decimal,
  filledByPlatform,
  lookup,
  picklist,
  text,
  textArea,
} from '../field-builders.ts';
import { OPPORTUNITY_STAGES } from './opportunity-stages.ts';
import { standardObject } from './standard-object.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm */
export const opportunity = standardObject(
  {
    name: 'Opportunity',
    label: 'Opportunity',
    labelPlural: 'Opportunities',
    keyPrefix: '006',
    sharingModel: 'ReadWrite',
    owned: true,
  },
  [
    lookup('AccountId', 'Account ID', 'Account', { child: 'Opportunities', onDelete: 'Cascade' }),
    lookup('ContactId', 'Contact ID', 'Contact', { updateable: false }),
    text('Name', 'Name', 120, { nillable: false }),
    textArea('Description', 'Description', 32000),
    picklist(
      'StageName',
      'Stage',
      OPPORTUNITY_STAGES.map((stage) => stage.name),
      { nillable: false },
    ),
    currency('Amount', 'Amount'),
    decimal('percent', 'Probability', 'Probability (%)', { precision: 3, scale: 0 }),
    date('CloseDate', 'Close Date', { nillable: false }),
    picklist('Type', 'Opportunity Type', [
      ...['Existing Customer - Upgrade', 'Existing Customer - Replacement', 'Existing Customer - Downgrade'],
      'New Customer',
    ]),
    text('NextStep', 'Next Step', 255),
    picklist('LeadSource', 'Lead Source', [
      ...['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
    ]),
    checkbox('IsClosed', 'Closed', filledByPlatform),
    checkbox('IsWon', 'Won', filledByPlatform),
    picklist(
      'ForecastCategoryName',
      'Forecast Category',
      ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
      filledByPlatform,
    ),
  ],
);
