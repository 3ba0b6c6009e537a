import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The rows of each file, without the header; a file left out has its usual rows, `null` leaves the file away. */
export interface TinyRows {
  readonly accounts?: readonly string[] | null;
  readonly subscriptions?: readonly string[] | null;
  readonly usage?: readonly string[] | null;
  readonly tickets?: readonly string[] | null;
  readonly churnEvents?: readonly string[] | null;
}

/** A dataset folder for one test. */
export interface TinyDataset {
  readonly folder: string;
  readonly remove: () => void;
}

const FILES = {
  accounts: [
    'accounts.csv',
    'account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag',
    [
      'A-1,Alpha,EdTech,US,2023-05-01,ads,Enterprise,40,False,False',
      'A-2,Beta,FinTech,UK,2024-12-01,other,Basic,5,True,True',
    ],
  ],
  subscriptions: [
    'subscriptions.csv',
    'subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount,is_trial,upgrade_flag,' +
      'downgrade_flag,churn_flag,billing_frequency,auto_renew_flag',
    [
      'S-1,A-1,2023-06-01,,Enterprise,40,1000,12000,False,False,False,False,annual,True',
      'S-2,A-2,2024-12-05,,Basic,5,0,0,True,False,False,False,monthly,True',
    ],
  ],
  usage: [
    'feature_usage.csv',
    'usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count,is_beta_feature',
    [
      'U-1,S-1,2024-12-30,feature_1,4,60,0,False',
      'U-2,S-1,2024-12-31,feature_2,6,60,0,False',
      'U-3,S-1,2024-12-31,feature_2,1,60,0,False',
    ],
  ],
  tickets: [
    'support_tickets.csv',
    'ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,priority,first_response_time_minutes,' +
      'satisfaction_score,escalation_flag',
    ['T-1,A-1,2024-12-20,2024-12-21 03:30:00,27.5,urgent,74,4.0,True', 'T-2,A-2,2024-12-29,,,low,,,False'],
  ],
  churnEvents: [
    'churn_events.csv',
    'churn_event_id,account_id,churn_date,reason_code,refund_amount_usd,preceding_upgrade_flag,' +
      'preceding_downgrade_flag,is_reactivation,feedback_text',
    ['C-1,A-2,2024-12-10,pricing,0.0,False,False,False,'],
  ],
} as const satisfies Record<keyof TinyRows, readonly [string, string, readonly string[]]>;

/** Writes a dataset of two accounts in the shape of the real one; its last day is 2024-12-31. */
export function tinyDataset(rows: TinyRows = {}): TinyDataset {
  const folder = mkdtempSync(path.join(tmpdir(), 'tiny-dataset-'));
  for (const key of Object.keys(FILES) as (keyof TinyRows)[]) {
    const [name, header, usual] = FILES[key];
    const written = rows[key] === undefined ? usual : rows[key];
    if (written !== null) {
      writeFileSync(path.join(folder, name), `${[header, ...written].join('\n')}\n`);
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
