/**
 * A query as SOQL, GraphQL and list views all express it. The SOQL parser and the GraphQL resolver both
 * produce this tree; one compiler turns it into SQL, so permissions and filters are enforced in one place.
 */
export interface Query {
  from: string;
  /** `FROM Account a`: a prefix that paths may carry. */
  alias?: string;
  select: SelectItem[];
  where?: Condition;
  groupBy?: GroupBy[];
  having?: Condition;
  orderBy?: OrderBy[];
  limit?: number;
  offset?: number;
  /** `ALL ROWS`: deleted records too. Trees built by code may say so; a text from the API may not. */
  allRows?: boolean;
}

/** `['Owner', 'Name']` for `Owner.Name`. */
export type FieldPath = string[];

export type SelectItem =
  | { kind: 'field'; path: FieldPath; alias?: string }
  | { kind: 'aggregate'; call: FunctionCall; alias?: string }
  | { kind: 'fields'; group: 'ALL' | 'CUSTOM' | 'STANDARD' }
  | { kind: 'subquery'; query: Query };

/** A field, or a date function of one: `GROUP BY CALENDAR_YEAR(CreatedDate)`. */
export type GroupBy = FieldPath | FunctionCall;

/**
 * An aggregate (`COUNT`, `SUM`, …), a date function (`CALENDAR_MONTH`, …) or `TOLABEL`/`FORMAT`, in capitals.
 * `COUNT` without an argument counts rows.
 */
export interface FunctionCall {
  name: string;
  arg?: FieldPath;
}

export type Operand = { kind: 'field'; path: FieldPath } | { kind: 'call'; call: FunctionCall };

export type Comparison =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

/** With LIKE a string is a pattern: `%` and `_` are wildcards, and a backslash takes the next character as it is. */
export type Literal =
  | { kind: 'null' }
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'datetime'; value: string }
  | { kind: 'dateLiteral'; name: string; n?: number };

export type Condition =
  | { kind: 'and' | 'or'; terms: Condition[] }
  | { kind: 'not'; term: Condition }
  | { kind: 'compare'; left: Operand; op: Comparison; right: Literal | Literal[] }
  | { kind: 'semiJoin'; left: Operand; op: 'IN' | 'NOT IN'; query: Query };

export interface OrderBy {
  by: Operand;
  direction: 'ASC' | 'DESC';
  nulls?: 'FIRST' | 'LAST';
}
