import type { CsvFile } from './csv/read-rows.ts';

function file<Column extends string>(name: string, ...columns: Column[]): CsvFile<Column> {
  return { name, columns };
}

/** The files of the dataset, with the columns that the loader reads; others may be there. */
export const RAVENSTACK_FILES = {
  accounts: file(
    'accounts.csv',
    'account_id',
    'account_name',
    'industry',
    'country',
    'signup_date',
    'plan_tier',
    'seats',
    'churn_flag',
  ),
  subscriptions: file(
    'subscriptions.csv',
    'subscription_id',
    'account_id',
    'start_date',
    'end_date',
    'arr_amount',
  ),
  usage: file(
    'feature_usage.csv',
    'usage_id',
    'subscription_id',
    'usage_date',
    'feature_name',
    'usage_count',
  ),
  tickets: file(
    'support_tickets.csv',
    'ticket_id',
    'account_id',
    'submitted_at',
    'closed_at',
    'resolution_time_hours',
    'priority',
    'first_response_time_minutes',
    'satisfaction_score',
    'escalation_flag',
  ),
  churnEvents: file('churn_events.csv', 'churn_event_id', 'account_id', 'churn_date'),
} as const;
