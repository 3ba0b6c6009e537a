/** The profile of the Salesforce Integration license: five users come with most editions at no cost. */
export const INTEGRATION_PROFILE = 'Minimum Access - API Only Integrations';

/** The permission set license without which such a user may hold no permission set that opens objects. */
export const INTEGRATION_LICENSE = 'SalesforceAPIIntegrationPsl';
