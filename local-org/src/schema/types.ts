/**
 * Field types by the names of the REST describe (`DescribeFieldResult.type`).
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm
 */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url';

export interface PicklistValue {
  value: string;
  label: string;
  active: boolean;
  isDefault: boolean;
}

export interface FieldDef {
  name: string;
  label: string;
  type: FieldType;
  custom: boolean;
  /** Greatest number of characters (text types). */
  length?: number;
  /** Total digits and digits after the point (double, currency, percent). */
  precision?: number;
  scale?: number;
  /** False when a record cannot be saved without a value. */
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  unique?: boolean;
  caseSensitive?: boolean;
  externalId?: boolean;
  /** A value given on create when none is sent. */
  defaultValue?: string | number | boolean;
  /** Long and rich text: cannot be filtered, sorted or grouped. */
  longText?: boolean;
  richText?: boolean;
  picklist?: { restricted: boolean; values: PicklistValue[] };
  reference?: {
    to: string[];
    /** The name used in a relationship path: `Owner`, `CS_Manager__r`. */
    relationshipName: string;
    /** The name used in a child subquery: `Contacts`, `CS_Health_Scores__r`. */
    childRelationshipName?: string;
    /** Set on master-detail: sharing and life follow the parent; the value cannot be null. */
    masterDetail?: { reparentable: boolean };
    onDelete: 'Cascade' | 'Restrict' | 'SetNull';
  };
  /** A formula, as deployed; evaluated on read. */
  formula?: { expression: string; treatBlanksAs?: 'BlankAsZero' | 'BlankAsBlank' };
  /** An auto-number's display format, e.g. `HS-{000000}`. */
  autoNumber?: { format: string };
  description?: string;
  helpText?: string;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface ObjectDef {
  name: string;
  label: string;
  labelPlural: string;
  /** The first three characters of its Ids. */
  keyPrefix: string;
  custom: boolean;
  /** The org-wide default for internal users. */
  sharingModel: SharingModel;
  /** The API name of the field that names a record: `Name`, `CaseNumber`, `Subject`. */
  nameField: string;
  /** Fields in order of definition, by API name as declared. */
  fields: ReadonlyMap<string, FieldDef>;
  /** Objects the platform itself fills (Profile, PermissionSet, Organization …) refuse DML through the API. */
  readOnly?: boolean;
}

export interface ChildRelationship {
  name: string;
  childObject: string;
  field: string;
}

/** Every lookup is case-insensitive, as in Salesforce; the answer carries the declared case. */
export interface Schema {
  objects(): ObjectDef[];
  object(name: string): ObjectDef | undefined;
  field(objectName: string, fieldName: string): FieldDef | undefined;
  /** The reference field whose relationship name this is (`Owner` → OwnerId). */
  parentRelationship(objectName: string, relationshipName: string): FieldDef | undefined;
  childRelationships(objectName: string): ChildRelationship[];
  objectByKeyPrefix(prefix: string): ObjectDef | undefined;
}

/**
 * Changes the schema and its tables together, inside the caller's transaction; on rollback `reload` brings
 * the in-memory schema back to what the database holds.
 */
export interface SchemaWriter {
  /** Creates a custom object (a fresh key prefix is assigned) or updates an object's own attributes, not its fields. */
  saveObject(object: Omit<ObjectDef, 'fields' | 'keyPrefix'>): void;
  /** Adds or alters a field. Throws SalesforceError where an org refuses the alteration. */
  saveField(objectName: string, field: FieldDef): void;
  removeField(objectName: string, fieldName: string): void;
  removeObject(objectName: string): void;
  reload(): void;
}
