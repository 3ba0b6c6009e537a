/** A name that a template may hold between double braces. */
export interface MergeField {
  /** As it is written: `{{account.name}}`; upper and lower case are alike. */
  name: string;
  label: string;
  /** What it may read as, for a text that is shown without a customer. */
  example: string;
}

/** Every merge field, in the order in which a person looks for them. */
export const MERGE_FIELDS: readonly MergeField[] = [
  { name: 'account.name', label: 'Account name', example: 'Northwind Traders' },
  { name: 'account.industry', label: 'Industry', example: 'Logistics' },
  { name: 'account.tier', label: 'Tier', example: 'Enterprise' },
  { name: 'account.status', label: 'Status', example: 'Active' },
  { name: 'account.arr', label: 'ARR', example: '$120,000' },
  { name: 'account.health', label: 'Health', example: '72' },
  { name: 'contact.firstName', label: 'Contact first name', example: 'Alma' },
  { name: 'contact.lastName', label: 'Contact last name', example: 'Berg' },
  { name: 'contact.name', label: 'Contact name', example: 'Alma Berg' },
  { name: 'contact.title', label: 'Contact title', example: 'Head of Operations' },
  { name: 'contact.email', label: 'Contact email', example: 'alma.berg@example.com' },
  { name: 'csm.name', label: 'CSM name', example: 'Dana Reyes' },
  { name: 'csm.firstName', label: 'CSM first name', example: 'Dana' },
  { name: 'csm.email', label: 'CSM email', example: 'dana.reyes@example.com' },
  { name: 'renewal.date', label: 'Renewal date', example: 'Mar 31, 2027' },
  { name: 'renewal.daysLeft', label: 'Days to renewal', example: '45' },
  { name: 'touchpoint.last', label: 'Last touchpoint', example: 'Feb 2, 2027' },
  { name: 'touchpoint.next', label: 'Next touchpoint', example: 'Mar 2, 2027' },
  { name: 'nps.score', label: 'NPS score', example: '9' },
  { name: 'nps.date', label: 'NPS date', example: 'Jan 15, 2027' },
  { name: 'today', label: 'Today', example: 'Feb 14, 2027' },
];
