import { countOf, formatMoment } from 'c/csFormat';
import type { TemplateRow } from './csTemplateManagerQuery';

/** What the list is narrowed to. */
export interface Filters {
  search: string;
  /** `All`, `Email` or `Note`. */
  type: string;
  /** `Active` or `Inactive`. */
  status: string;
}

/** A template as a row of the table. */
export interface RowView {
  id: string;
  name: string;
  type: string;
  subject: string;
  changed: string;
  menuText: string;
  toggleLabel: string;
  rowClass: string;
}

/** What a user may do with templates, as her permissions say. */
export interface Rights {
  create: boolean;
  edit: boolean;
}

const TYPES = ['Email', 'Note'];

/** Values of the type filter. */
export const TYPE_OPTIONS = ['All', ...TYPES].map(asOption);

/** Values of the status filter. */
export const STATUS_OPTIONS = ['Active', 'Inactive'].map(asOption);

/** The variables of the query for these filters. */
export function variablesFor(
  { search, type, status }: Filters,
  after: string | null,
): Record<string, unknown> {
  return {
    search: `%${search.trim()}%`,
    types: type === 'All' ? TYPES : [type],
    active: status === 'Active',
    after,
  };
}

/** The rows of the table; the one that is shown in the preview is marked. */
export function rowViews(rows: readonly TemplateRow[], previewedId: string | undefined): RowView[] {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    subject: row.subject ?? '',
    changed: formatMoment(row.changedOn),
    menuText: `Actions for ${row.name}`,
    toggleLabel: row.isActive ? 'Deactivate' : 'Activate',
    rowClass: row.id === previewedId ? 'slds-hint-parent slds-is-selected' : 'slds-hint-parent',
  }));
}

/** The line above the table. */
export function summaryOf(shown: number, total: number): string {
  const found = countOf(total, 'template');
  return shown < total ? `${found}, the first ${shown} shown` : found;
}

/** What an empty list says. */
export function emptyText({ search, type, status }: Filters): string {
  if (search.trim()) return `No template is called “${search.trim()}”.`;
  const kind = type === 'All' ? 'templates' : `templates for ${type === 'Email' ? 'emails' : 'notes'}`;
  return status === 'Active' ? `There are no ${kind} yet.` : `There are no inactive ${kind}.`;
}

function asOption(value: string): { label: string; value: string } {
  return { label: value, value };
}
