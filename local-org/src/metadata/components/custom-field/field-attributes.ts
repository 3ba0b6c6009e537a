/** What a CustomField of one type must say, and what it may say besides. */
interface FieldAttributes {
  required: readonly string[];
  optional: readonly string[];
}

const NUMERIC: FieldAttributes = { required: ['precision', 'scale'], optional: ['required', 'defaultValue'] };
const CHILD = ['relationshipLabel'];

/**
 * The attributes that belong to a type; an attribute that belongs to others only is refused.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 */
export const FIELD_ATTRIBUTES: Readonly<Record<string, FieldAttributes>> = {
  AutoNumber: {
    required: ['displayFormat'],
    optional: ['startingNumber', 'externalId', 'populateExistingRows'],
  },
  Checkbox: { required: ['defaultValue'], optional: [] },
  Currency: NUMERIC,
  Date: { required: [], optional: ['required', 'defaultValue'] },
  DateTime: { required: [], optional: ['required', 'defaultValue'] },
  Email: { required: [], optional: ['required', 'defaultValue', 'unique', 'caseSensitive', 'externalId'] },
  Html: { required: ['length', 'visibleLines'], optional: [] },
  LongTextArea: { required: ['length', 'visibleLines'], optional: ['defaultValue'] },
  Lookup: {
    required: ['referenceTo', 'relationshipName'],
    optional: [...CHILD, 'required', 'deleteConstraint', 'lookupFilter'],
  },
  MasterDetail: {
    required: ['referenceTo', 'relationshipName'],
    optional: [...CHILD, 'relationshipOrder', 'reparentableMasterDetail', 'writeRequiresMasterRead'],
  },
  MultiselectPicklist: { required: ['valueSet', 'visibleLines'], optional: ['required'] },
  Number: { ...NUMERIC, optional: [...NUMERIC.optional, 'unique', 'externalId'] },
  Percent: NUMERIC,
  Phone: { required: [], optional: ['required', 'defaultValue'] },
  Picklist: { required: ['valueSet'], optional: ['required'] },
  Text: {
    required: ['length'],
    optional: ['required', 'defaultValue', 'unique', 'caseSensitive', 'externalId'],
  },
  TextArea: { required: [], optional: ['required', 'defaultValue'] },
  Url: { required: [], optional: ['required', 'defaultValue'] },
};

/** Attributes that a formula adds, and that replace those of the stored type. */
export const FORMULA_ATTRIBUTES: readonly string[] = ['formula', 'formulaTreatBlanksAs'];

/** Types that a formula can result in. */
export const FORMULA_TYPES: readonly string[] = [
  ...['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text'],
];

/** Attributes that belong to some types; all others (label, description, tracking …) belong to every type. */
export const TYPED_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...Object.values(FIELD_ATTRIBUTES).flatMap(({ required, optional }) => [...required, ...optional]),
  ...FORMULA_ATTRIBUTES,
  ...['maskChar', 'maskType', 'stripMarkup', 'summarizedField', 'summaryForeignKey', 'summaryOperation'],
  ...['summaryFilterItems', 'referenceTargetField', 'metadataRelationshipControllingField'],
]);

/** Attributes that files say with `false` for every type, since a retrieve writes them so. */
export const HARMLESS_WHEN_FALSE: ReadonlySet<string> = new Set(['externalId', 'unique', 'caseSensitive']);
