import type { SObject } from '../../records/types.ts';
import type { Region } from '../../ui-model/region.ts';
import type { ReportColumn } from '../model/report-columns.ts';
import { aggregateName, ROW_COUNT } from '../model/summary-function.ts';
import type { ReportPlan } from '../plan/plan-report.ts';
import { cellLabel, NO_VALUE } from './cell-label.ts';
import { fieldOfSummary } from './column-type.ts';
import { identityOf, type GroupNode } from './group-tree.ts';
import type { DataCell, Fact, SummaryCell } from './report-result.ts';
import type { CellValue } from './row-values.ts';
import { createTally, type Tally } from './summarize.ts';

type Path = readonly string[];

interface Cell {
  count: number;
  tallies: Tally[];
  /** Records of the innermost groups. */
  records: SObject[];
}

/** Takes records into every group they belong to, at every level of both directions. */
export class FactTable {
  readonly #plan: ReportPlan;
  readonly #region: Region;
  readonly #sources: ReportColumn[];
  readonly #cells = new Map<string, Cell>();

  constructor(plan: ReportPlan, region: Region) {
    this.#plan = plan;
    this.#region = region;
    this.#sources = plan.aggregates.map(({ column }) => plan.columns.find(column)!);
    this.#cell([], []);
  }

  /** Adds a record; the paths are the identities of its groups. */
  add(down: Path, across: Path, record: SObject, valueOf: (column: ReportColumn) => CellValue): void {
    const values = this.#sources.map((column) => valueOf(column).value);
    for (let outer = 0; outer <= down.length; outer += 1) {
      for (let inner = 0; inner <= across.length; inner += 1) {
        const cell = this.#cell(down.slice(0, outer), across.slice(0, inner));
        cell.count += 1;
        cell.tallies.forEach((tally, index) => tally.add(values[index] ?? null));
        if (outer === down.length && inner === across.length) cell.records.push(record);
      }
    }
  }

  /** The number that groups are sorted by. */
  weight(summary: string, down: Path, across: Path): number {
    const cell = this.#cells.get(keyOf(down, across));
    if (!cell) return 0;
    if (summary === ROW_COUNT) return cell.count;
    const index = this.#plan.aggregates.findIndex((one) => aggregateName(one) === summary);
    return cell.tallies[index]?.result(2) ?? 0;
  }

  /** The facts of every crossing that has records, by the keys of the ordered groups; the whole is always there. */
  facts(
    down: readonly GroupNode[],
    across: readonly GroupNode[],
    details: (record: SObject) => DataCell[],
  ): Map<string, Fact> {
    const facts = new Map<string, Fact>();
    const columns = [{ key: 'T', path: [] as string[] }, ...flatten(across, [])];
    for (const row of [{ key: 'T', path: [] as string[] }, ...flatten(down, [])]) {
      for (const column of columns) {
        const cell = this.#cells.get(keyOf(row.path, column.path));
        if (!cell) continue;
        facts.set(`${row.key}!${column.key}`, {
          aggregates: this.#summaries(cell),
          rows: cell.records.map(details),
        });
      }
    }
    return facts;
  }

  #summaries({ count, tallies }: Cell): SummaryCell[] {
    const cells = tallies.map((tally, index): SummaryCell => {
      const field = fieldOfSummary(this.#sources[index]!, this.#plan.aggregates[index]!.function);
      const value = tally.result(field.scale ?? 2);
      return { value, label: value === null ? NO_VALUE : cellLabel(field, value, this.#region) };
    });
    return [...cells, { value: count, label: count.toLocaleString('en-US') }];
  }

  #cell(down: Path, across: Path): Cell {
    const key = keyOf(down, across);
    const known = this.#cells.get(key);
    if (known) return known;
    const tallies = this.#plan.aggregates.map((one) => createTally(one.function));
    const made: Cell = { count: 0, tallies, records: [] };
    this.#cells.set(key, made);
    return made;
  }
}

/** Groups by key, with the identities that lead to them. */
function flatten(nodes: readonly GroupNode[], trail: string[]): { key: string; path: string[] }[] {
  return nodes.flatMap((node) => {
    const path = [...trail, identityOf(node)];
    return [{ key: node.key, path }, ...flatten(node.groupings, path)];
  });
}

function keyOf(down: Path, across: Path): string {
  return JSON.stringify([down, across]);
}
