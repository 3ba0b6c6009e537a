import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A dataset in the shape of RavenStack's files, with three faults planted: each on a line known by its number. */
const FILES: Record<string, string[]> = {
  'accounts.csv': [
    'account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag',
    'A-1,Linden Analytics,FinTech,US,2024-01-10,partner,Enterprise,40,False,False',
    'A-2,Maple Robotics,DevTools,DE,2024-02-11,other,Pro,12,False,False',
    'A-3,Nettle Schools,EdTech,UK,2024-03-12,event,Basic,5,False,True',
    ',Nameless Key,EdTech,UK,2024-03-12,event,Basic,5,False,True',
  ],
  'subscriptions.csv': [
    'subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount,is_trial,upgrade_flag,downgrade_flag,churn_flag,billing_frequency,auto_renew_flag',
    'S-1,A-1,2024-01-10,,Enterprise,40,8000,96000,False,False,False,False,annual,True',
    'S-2,A-2,2024-02-11,,Pro,12,500,6000,False,False,False,False,monthly,True',
    'S-3,A-9,2024-02-11,,Pro,12,500,6000,False,False,False,False,monthly,True',
    'S-4,A-3,2024-03-12,,Basic,5,100,1200,False,False,False,False,monthly,True',
  ],
  'feature_usage.csv': [
    'usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count,is_beta_feature',
    'U-1,S-1,2024-11-03,feature_1,90,500,0,False',
    'U-2,S-1,2024-12-03,feature_2,12,100,0,False',
    'U-3,S-2,2024-12-31,feature_1,-4,100,0,False',
  ],
  'support_tickets.csv': [
    'ticket_id,account_id,submitted_at,closed_at,resolution_time_hours,priority,first_response_time_minutes,satisfaction_score,escalation_flag',
    'T-1,A-1,2024-12-01,,,urgent,30,,True',
    'T-2,A-2,2024-11-01,2024-11-02 10:00:00,34,low,30,4,False',
  ],
  'churn_events.csv': [
    'churn_event_id,account_id,churn_date,reason_code,refund_amount_usd,preceding_upgrade_flag,preceding_downgrade_flag,is_reactivation,feedback_text',
    'C-1,A-3,2024-10-27,pricing,0,False,False,False,too dear',
  ],
};

/** Writes the dataset into a folder. Accounts: three good ones; one line each of three files is faulty. */
export function writeTinyDataset(folder: string): void {
  for (const [name, lines] of Object.entries(FILES))
    writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
}
