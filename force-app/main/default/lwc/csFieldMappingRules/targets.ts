/** A field of Tenure on the account that an org may keep in a field of its own. */
export interface Target {
  /** The value of `CS_Field_Mapping__c.CS_Target__c`. */
  name: string;
  /** What it is, for who reads the page. */
  meaning: string;
  field: string;
  kind: 'amount' | 'day' | 'health' | 'choice' | 'person';
  choices: readonly string[];
  /** What an own field has to be, to follow "Takes". */
  takes: string;
}

/** Every field that may be mapped, in the order in which they are shown. */
export const TARGETS: readonly Target[] = [
  {
    name: 'ARR',
    meaning: 'Annual recurring revenue under contract',
    field: 'CS_ARR__c',
    kind: 'amount',
    choices: [],
    takes: 'a currency or a number',
  },
  {
    name: 'Renewal Date',
    meaning: 'The day on which the contract ends unless it is renewed',
    field: 'CS_Renewal_Date__c',
    kind: 'day',
    choices: [],
    takes: 'a date',
  },
  {
    name: 'Health',
    meaning: 'How the customer is doing, 0 to 100',
    field: 'CS_Health__c',
    kind: 'health',
    choices: [],
    takes: 'a number, a percentage or a picklist',
  },
  {
    name: 'Tier',
    meaning: 'How much attention the customer is owed',
    field: 'CS_Tier__c',
    kind: 'choice',
    choices: ['Strategic', 'Enterprise', 'Growth', 'Scale'],
    takes: 'a picklist or a text',
  },
  {
    name: 'Status',
    meaning: 'Where the customer is in its lifecycle',
    field: 'CS_Status__c',
    kind: 'choice',
    choices: ['Onboarding', 'Active', 'Renewing', 'Churned'],
    takes: 'a picklist or a text',
  },
  {
    name: 'CSM',
    meaning: "The person who answers for the customer's success",
    field: 'CS_Manager__c',
    kind: 'person',
    choices: [],
    takes: 'a lookup to User',
  },
];

/** A field of the account, as `getObjectInfo` describes it. */
export interface FieldInfo {
  apiName: string;
  label: string;
  dataType?: string;
  calculated?: boolean;
  precision?: number;
  scale?: number;
  relationshipName?: string | null;
  referenceToInfos?: { apiName: string }[];
}

/** A field of the org's own, as far as a mapping goes. */
export interface OwnField {
  apiName: string;
  label: string;
  dataType: string;
  calculated: boolean;
  precision: number;
  scale: number;
  /** Given for a lookup: by which the name behind it is read. */
  relationshipName: string | null;
}

const NUMBERS = ['Double', 'Int', 'Percent'];
const WORDS = ['Picklist', 'String', 'ComboBox'];

/** Data types of the UI API that fit, https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
const FITTING: Record<Target['kind'], readonly string[]> = {
  amount: ['Currency', 'Double', 'Int'],
  day: ['Date', 'DateTime'],
  health: [...NUMBERS, ...WORDS],
  choice: WORDS,
  person: ['Reference'],
};

/** Fields in which an org keeps its own books. */
const SYSTEM_FIELDS =
  /^(Id|MasterRecordId|CreatedById|LastModifiedById|CreatedDate|SystemModstamp|Last\w+Date)$/;
/** Tenure's own fields; an org's own may begin alike. */
const OURS = new Set(TARGETS.map(({ field }) => field));
const TENURE_PREFIX = /^CS_\w+__c$/;

/** The fields of the account that may stand for a target, by their labels. */
export function fittingFields(target: Target, fields: Readonly<Record<string, FieldInfo>>): OwnField[] {
  return Object.values(fields)
    .filter(
      ({ apiName }) => !OURS.has(apiName) && !TENURE_PREFIX.test(apiName) && !SYSTEM_FIELDS.test(apiName),
    )
    .filter((field) => fits(target, field))
    .map(ownFieldOf)
    .sort((a, b) => a.label.localeCompare(b.label) || a.apiName.localeCompare(b.apiName));
}

function fits({ kind }: Target, { dataType = '', referenceToInfos = [] }: FieldInfo): boolean {
  if (!FITTING[kind].includes(dataType)) return false;
  return kind !== 'person' || referenceToInfos.map(({ apiName }) => apiName).join() === 'User';
}

/** A field as it is described, without what a mapping does not ask. */
export function ownFieldOf(field: FieldInfo): OwnField {
  const { apiName, label, dataType = '', calculated = false, precision = 0, scale = 0 } = field;
  const relationshipName = dataType === 'Reference' ? (field.relationshipName ?? null) : null;
  return { apiName, label, dataType, calculated, precision, scale, relationshipName };
}
