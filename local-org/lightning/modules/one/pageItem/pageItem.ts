import { api, LightningElement, wire } from 'lwc';
import FORM_FACTOR from '@salesforce/client/formFactor';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'platform/recordStore';
import { isVisible, recordFieldsOf, type VisibilityRule } from './visibility.ts';

interface Item {
  kind: 'component' | 'tabset' | 'accordion' | 'fieldSection' | 'field';
  id: string;
  component?: string;
  properties?: Record<string, unknown>;
  visibility?: VisibilityRule;
  sections?: { id: string; label: string; active: boolean; items: Item[] }[];
  label?: string;
  columns?: { field: string; behavior: string }[][];
  field?: string;
  behavior?: string;
}

/** One thing on a page: a deployed component, one of the platform's, tabs, an accordion or a section of fields. */
export default class PageItem extends LightningElement {
  @api item: Item | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  record: RecordRepresentation | undefined;

  @wire(getRecord, { recordId: '$ruleRecordId', optionalFields: '$ruleFields' })
  readRecord({ data }: { data?: RecordRepresentation }): void {
    this.record = data;
  }

  get ruleFields(): string[] | undefined {
    const fields = recordFieldsOf(this.item?.visibility);
    return fields.length ? fields.map((field) => `${this.objectApiName}.${field}`) : undefined;
  }

  get ruleRecordId(): string | undefined {
    return this.ruleFields ? this.recordId : undefined;
  }

  get isShown(): boolean {
    return this.item !== undefined && isVisible(this.item.visibility, this.record, FORM_FACTOR);
  }

  get isDeployed(): boolean {
    return this.item?.kind === 'component' && this.item.component!.startsWith('c/');
  }
  get isHighlights(): boolean {
    return this.item?.component === 'force:highlightsPanel';
  }
  get isDetail(): boolean {
    return this.item?.component === 'force:detailPanel';
  }
  get isRelatedLists(): boolean {
    return this.item?.component === 'force:relatedListContainer';
  }
  get isRelatedList(): boolean {
    return /^(?:force:relatedListSingleContainer|lst:dynamicRelatedList)$/.test(this.item?.component ?? '');
  }
  get isRichText(): boolean {
    return this.item?.component === 'flexipage:richText';
  }
  get isWelcome(): boolean {
    return this.item?.component === 'home:welcome';
  }
  get isTabset(): boolean {
    return this.item?.kind === 'tabset';
  }
  get isAccordion(): boolean {
    return this.item?.kind === 'accordion';
  }
  get isFieldSection(): boolean {
    return this.item?.kind === 'fieldSection' || this.item?.kind === 'field';
  }

  get columns(): { field: string; behavior: string }[][] {
    if (this.item?.kind !== 'field') return this.item?.columns ?? [];
    return [[{ field: this.item.field!, behavior: this.item.behavior! }]];
  }

  get activeSection(): string | undefined {
    return this.item?.sections?.find(({ active }) => active)?.id;
  }

  get relatedList(): string {
    const { relatedListApiName = '' } = (this.item?.properties ?? {}) as { relatedListApiName?: string };
    return relatedListApiName;
  }

  get richText(): string {
    return String(this.item?.properties?.richTextValue ?? '');
  }
}
