import type { TableColumn } from 'platform/tableColumns';

interface Shown {
  count: number;
  /** Whether the list goes on after what is shown. */
  hasMore: boolean;
  sortBy: string;
  filters: readonly string[];
}

/** `50+ items • Sorted by Account Name • Filtered by Risk Band`, as a list says what it shows. */
export function listSummary(
  { count, hasMore, sortBy, filters }: Shown,
  columns: readonly TableColumn[],
): string {
  const items = `${count}${hasMore ? '+' : ''} ${count === 1 && !hasMore ? 'item' : 'items'}`;
  const column = columns.find(({ name }) => name === sortBy.replace(/^-/, ''));
  const names = [...new Set(filters)].join(', ');
  return [items, column && `Sorted by ${column.label}`, names && `Filtered by ${names}`]
    .filter(Boolean)
    .join(' • ');
}
