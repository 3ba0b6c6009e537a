/** Prefix of every external key that this dataset makes, so that it is told apart from what others load. */
export const KEY_PREFIX = 'ravenstack:';

/**
 * Plans are the data's only word on how much attention an account is owed. `Strategic` stays unused: it is a decision
 * about a customer, not a plan that one can buy.
 */
export const TIER_OF_PLAN: Readonly<Record<string, string>> = {
  Basic: 'Scale',
  Pro: 'Growth',
  Enterprise: 'Enterprise',
};

/** The nearest industry that Salesforce ships; the data's own word is kept in the description. */
export const INDUSTRY: Readonly<Record<string, string>> = {
  Cybersecurity: 'Technology',
  DevTools: 'Technology',
  EdTech: 'Education',
  FinTech: 'Finance',
  HealthTech: 'Healthcare',
};

/** Codes as full names, which also satisfy an org with state and country picklists switched on. */
export const COUNTRY: Readonly<Record<string, string>> = {
  AU: 'Australia',
  CA: 'Canada',
  DE: 'Germany',
  FR: 'France',
  IN: 'India',
  UK: 'United Kingdom',
  US: 'United States',
};

/** Salesforce ships three priorities; the data's own word is kept in the description. */
export const PRIORITY: Readonly<Record<string, string>> = {
  urgent: 'High',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** An account that signed up this recently is being brought on board. */
export const ONBOARDING_DAYS = 90;
