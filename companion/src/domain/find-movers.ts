import { isChurned, type CustomerOnDay } from './customer-on-day.ts';

/** A customer whose health moved. */
export interface Mover {
  id: string;
  /** Points of health within about 30 days. */
  change: number;
  /** 0–100, after the change. */
  health: number | null;
  arr: number | null;
}

/** Who rose and who fell most; the JSON of `CS_Executive_Snapshot__c.CS_Movers__c`, version 1. */
export interface Movers {
  v: 1;
  risers: Mover[];
  fallers: Mover[];
}

/** Nobody's health moved. */
export const NO_MOVERS: Movers = { v: 1, risers: [], fallers: [] };

/** How many are told of each way: what the executive page has room for. */
export const MOVERS_TOLD = 5;

/** The customers whose health moved most each way, the most first, ties by id. */
export function findMovers(customers: readonly CustomerOnDay[]): Movers {
  const moved = customers
    .filter((customer) => !isChurned(customer))
    .flatMap(({ accountId, healthChange, health, arr }) =>
      healthChange === null || healthChange === 0
        ? []
        : [{ id: accountId, change: healthChange, health, arr }],
    )
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1));
  return {
    v: 1,
    risers: moved.filter(({ change }) => change > 0).slice(0, MOVERS_TOLD),
    fallers: moved.filter(({ change }) => change < 0).slice(0, MOVERS_TOLD),
  };
}
