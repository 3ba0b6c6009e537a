import type { FieldValue } from '../../records/types.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { GroupingDef } from '../model/report-def.ts';

/** A group of rows, and the groups inside it. */
export interface GroupNode {
  /** `0`, `0_1`: its place among its neighbours, level by level. */
  key: string;
  value: FieldValue;
  label: string;
  groupings: GroupNode[];
}

/** The group of one row at one level. */
export interface GroupValue {
  value: FieldValue;
  label: string;
}

/** How the groups of one level are put in order. */
export interface LevelOrder {
  grouping: GroupingDef;
  field: FieldDef;
  /** The number that groups are sorted by, when it is not their value; the path is of the groups' identities. */
  weight?: (path: readonly string[]) => number;
}

/** Which group a value means: text goes without case, as the database groups it. */
export function identityOf({ value }: GroupValue): string {
  return value === null ? '' : `=${String(value).toLowerCase()}`;
}

/**
 * Builds the groups of all rows, ordered level by level.
 *
 * @param paths the groups of each row, outermost first
 */
export function groupTree(paths: readonly GroupValue[][], levels: readonly LevelOrder[]): GroupNode[] {
  return level(paths, levels, 0, [], '');
}

function level(
  paths: readonly GroupValue[][],
  levels: readonly LevelOrder[],
  depth: number,
  trail: readonly string[],
  prefix: string,
): GroupNode[] {
  const order = levels[depth];
  if (!order) return [];
  const groups = new Map<string, GroupValue[][]>();
  for (const path of paths) {
    const id = identityOf(path[depth]!);
    const known = groups.get(id);
    if (known) known.push(path);
    else groups.set(id, [path]);
  }
  const direction = order.grouping.descending ? -1 : 1;
  const compare = (left: string, right: string): number => {
    const [a, b] = [groups.get(left)![0]![depth]!, groups.get(right)![0]![depth]!];
    const byValue = compareValues(order.field, a, b);
    if (!order.weight) return direction * byValue;
    return direction * (order.weight([...trail, left]) - order.weight([...trail, right])) || byValue;
  };
  return [...groups.keys()].sort(compare).map((id, index) => {
    const members = groups.get(id)!;
    const key = `${prefix}${index}`;
    return {
      key,
      ...members[0]![depth]!,
      groupings: level(members, levels, depth + 1, [...trail, id], `${key}_`),
    };
  });
}

/** Blanks first, picklists by the order of their values, the rest by value or text. */
function compareValues(field: FieldDef, left: GroupValue, right: GroupValue): number {
  if (left.value === null || right.value === null)
    return Number(right.value === null) - Number(left.value === null);
  if (field.picklist) return rank(field, left.value) - rank(field, right.value) || byText(left, right);
  if (typeof left.value === 'number' && typeof right.value === 'number') return left.value - right.value;
  if (field.type === 'date' || field.type === 'datetime')
    return String(left.value) < String(right.value) ? -1 : 1;
  return byText(left, right);
}

function byText(left: GroupValue, right: GroupValue): number {
  return left.label.localeCompare(right.label, 'en', { sensitivity: 'base' });
}

function rank(field: FieldDef, value: FieldValue): number {
  const index = field.picklist!.values.findIndex((one) => one.value === value);
  return index < 0 ? field.picklist!.values.length : index;
}
