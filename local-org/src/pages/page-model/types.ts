/** A page as the shell draws it: what a FlexiPage says, resolved. */
export interface PageModel {
  name: string;
  label: string;
  objectApiName?: string;
  rows: PageRegion[][];
}

export interface PageRegion {
  name: string;
  /** Width in twelfths of the page. */
  size: number;
  items: PageItem[];
}

export interface VisibilityRule {
  criteria: { left: string; operator: string; right: string }[];
  /** `1 AND (2 OR 3)`; without it every criterion counts. */
  filter?: string;
}

interface ItemBase {
  id: string;
  visibility?: VisibilityRule;
}

/** A component by its name: `c/csRisk`, or `force:highlightsPanel` for one of the platform's. */
export interface ComponentItem extends ItemBase {
  kind: 'component';
  component: string;
  properties: Record<string, string | number | boolean | string[]>;
}

export interface TabsetItem extends ItemBase {
  kind: 'tabset' | 'accordion';
  sections: { id: string; label: string; active: boolean; items: PageItem[] }[];
}

export interface FieldSectionItem extends ItemBase {
  kind: 'fieldSection';
  label: string;
  columns: FieldItem[][];
}

export interface FieldItem extends ItemBase {
  kind: 'field';
  field: string;
  behavior: 'none' | 'readonly' | 'required';
}

export type PageItem = ComponentItem | TabsetItem | FieldSectionItem | FieldItem;
