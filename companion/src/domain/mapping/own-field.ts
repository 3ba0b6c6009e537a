/** A field of the org's own on the account, as the org describes it to the companion. */
export interface OwnField {
  name: string;
  label: string;
  /** The type of the describe call: currency, double, picklist, reference and the like. */
  type: string;
  /** Whether the org works it out: a formula or a roll-up. */
  calculated: boolean;
  /** Digits in all, and behind the point; 0 for what is no number. */
  precision: number;
  scale: number;
  /** The objects that a lookup may lead to. */
  referenceTo: string[];
  /** By which a lookup is followed in a query; null for what is no lookup. */
  relationshipName: string | null;
  /** The active values of a picklist, as records hold them. */
  values: string[];
}
