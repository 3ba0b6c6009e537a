import { amount, flag, pastMoment, requiredText, type PastMoment } from './csv/cells.ts';
import { readEach } from './csv/read-each.ts';
import { RowError, type RowProblem } from './csv/row-problem.ts';
import { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import { PRIORITY } from './mappings.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';

/** A row of support_tickets.csv, its days moved. */
export interface SourceTicket {
  readonly line: number;
  readonly id: string;
  readonly accountId: string;
  /** ISO moment, taken as UTC. */
  readonly submittedAt: string;
  /** ISO moment, taken as UTC; null while it is open. */
  readonly closedAt: string | null;
  readonly priority: string;
  readonly escalated: boolean;
  readonly resolutionHours: number | null;
  readonly firstResponseMinutes: number | null;
  readonly satisfaction: number | null;
}

/** Reads support_tickets.csv row by row. */
export function readTickets(
  context: LoadContext,
  accounts: IdentityBook,
  onProblem: (problem: RowProblem) => void,
): AsyncGenerator<SourceTicket> {
  const book = new IdentityBook(RAVENSTACK_FILES.tickets.name);
  return readEach(
    context.folder,
    RAVENSTACK_FILES.tickets,
    ({ line, cells }): SourceTicket => {
      const id = requiredText('ticket_id', cells.ticket_id);
      const accountId = requiredText('account_id', cells.account_id);
      accounts.require('account_id', accountId);
      const submittedAt = toIso(pastMoment('submitted_at', cells.submitted_at, context.today), context);
      const closedAt =
        cells.closed_at === ''
          ? null
          : toIso(pastMoment('closed_at', cells.closed_at, context.today), context);
      if (closedAt !== null && closedAt < submittedAt) {
        throw new RowError(`closed_at is ${cells.closed_at}, before submitted_at`);
      }
      if (PRIORITY[cells.priority] === undefined) {
        throw new RowError(`priority is "${cells.priority}"; expected ${Object.keys(PRIORITY).join(', ')}`);
      }
      const ticket = {
        line,
        id,
        accountId,
        submittedAt,
        closedAt,
        priority: cells.priority,
        escalated: flag('escalation_flag', cells.escalation_flag),
        resolutionHours: optional('resolution_time_hours', cells.resolution_time_hours),
        firstResponseMinutes: optional('first_response_time_minutes', cells.first_response_time_minutes),
        satisfaction: optional('satisfaction_score', cells.satisfaction_score),
      };
      book.add('ticket_id', id, line);
      return ticket;
    },
    onProblem,
  );
}

function optional(column: string, cell: string): number | null {
  return cell === '' ? null : amount(column, cell);
}

function toIso({ day, time }: PastMoment, context: LoadContext): string {
  return `${context.move(day)}T${time}.000Z`;
}
