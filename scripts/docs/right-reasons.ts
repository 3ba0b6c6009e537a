/** Why each permission set has each of its rights. A right without a reason fails a test, and so does an idle reason. */

type Reasons = Readonly<Record<string, string>>;

const CSM: Reasons = {
  Account:
    'shows every customer number; plans the next touchpoint, hands accounts over, sets tier, status and tags. Scores are read only: they are the companion’s',
  CS_Account_Change__c: 'what changed on an account, in its timeline',
  CS_Account_Snapshot__c: 'how accounts stood on a day of the past, behind the totals of that day',
  CS_Alert_Rule__c: 'why an alert was raised is shown beside it',
  CS_Alert__c: 'reads alerts; marks them read, snoozed or resolved, and no more',
  CS_Health_Score__c: 'sets health by hand with a comment; the chart of its history',
  CS_NPS_Inbox__c: 'says whose answer it is, or dismisses it; what was answered cannot be changed',
  CS_NPS_Response__c: 'records an answer that was given in a call',
  CS_Note__c: 'writes notes of calls, meetings and emails',
  CS_Pinned_Account__c: 'her own focus list, private to her',
  CS_Playbook_Run_Step__c: 'does the steps: completes, assigns, says what came of them',
  CS_Playbook_Run__c: 'starts playbooks, hands them over, ends them',
  CS_Playbook_Step__c: 'the steps of a playbook, before it is started',
  CS_Playbook__c: 'chooses among playbooks',
  CS_Request__c: 'asks for a new score; a request cannot be changed once it is made',
  CS_Risk_Factor__c: 'the weights behind a score are shown beside it',
  CS_Risk_Override__c: 'sets the band by hand, ends that, takes it back',
  CS_Scoring_Config__c: 'which configuration a score was made by',
  CS_Template__c: 'begins notes and emails from templates',
  CS_Usage_Snapshot__c: 'the usage chart',
  CS_Workload__c: 'how her load compares with that of others',
  Case: 'tickets on the account page; they are worked on elsewhere',
  Contact: 'who answered, and who an email goes to',
};

const MANAGER: Reasons = {
  ...CSM,
  CS_Executive_Snapshot__c:
    'the totals of a day, which hold the ARR of all customers: managers and admins only',
  CS_NPS_Inbox__c: 'assigns answers of the whole team, so sees all of them',
  CS_NPS_Response__c: 'as a CSM; deletes an answer that was recorded by mistake',
  CS_Playbook_Step__c: 'writes the steps of the team’s playbooks',
  CS_Playbook__c: 'writes the team’s playbooks, and says when they start by themselves',
  CS_Template__c: 'writes the team’s templates',
};

const EVERYTHING = 'loads, corrects and deletes it';

const ADMIN: Reasons = {
  Account: 'loads and corrects every Tenure field of every account',
  CS_Account_Change__c: EVERYTHING,
  CS_Account_Snapshot__c: EVERYTHING,
  CS_Alert_Rule__c: 'tunes the rules',
  CS_Alert__c: 'sees every alert and settles it; what was said stays as it was said',
  CS_Executive_Snapshot__c: EVERYTHING,
  CS_Companion_Status__c: 'reads how the companion does, on the setup page',
  CS_Field_Mapping__c: 'says which own fields are mirrored',
  CS_Health_Score__c: EVERYTHING,
  CS_NPS_Inbox__c: EVERYTHING,
  CS_NPS_Response__c: EVERYTHING,
  CS_Note__c: EVERYTHING,
  CS_Pinned_Account__c: EVERYTHING,
  CS_Playbook_Run_Step__c: EVERYTHING,
  CS_Playbook_Run__c: EVERYTHING,
  CS_Playbook_Step__c: EVERYTHING,
  CS_Playbook__c: EVERYTHING,
  CS_Request__c: 'clears away old requests',
  CS_Risk_Factor__c: 'tunes weights and thresholds',
  CS_Risk_Override__c: 'ends a band that somebody who left has set',
  CS_Scoring_Config__c: 'makes and activates configurations',
  CS_Setup_Change__c: 'the log of what is changed on the setup page: adds to it, changes nothing in it',
  CS_Template__c: EVERYTHING,
  CS_Usage_Snapshot__c: EVERYTHING,
  CS_Workload__c: EVERYTHING,
  Case: 'loads tickets from files',
  Contact: 'loads contacts from files',
};

const COMPANION: Reasons = {
  Account:
    'reads every account (View All: without it accounts of private sharing would be missing from totals without a word); writes the computed fields and no other',
  CS_Account_Change__c: 'records what changed',
  CS_Account_Snapshot__c: 'records how accounts stood on the first of a month',
  CS_Alert_Rule__c: 'which alerts to raise',
  CS_Alert__c:
    'raises alerts, and resolves them when their cause is gone; what people set (read, snoozed) it only reads',
  CS_Executive_Snapshot__c: 'records the totals of each day',
  CS_Companion_Status__c: 'tells admins how it does: its runs, its API calls, what the org refused',
  CS_Field_Mapping__c: 'which own fields to mirror: reads it, keeps what `map set` says, and what came of it',
  CS_Health_Score__c: 'records the calculated health once a week; reads what was set by hand',
  CS_NPS_Inbox__c:
    'keeps answers from webhooks that match no account, and files them once somebody says whose they are',
  CS_NPS_Response__c: 'records answers from webhooks and imports; reads all of them for the score',
  CS_Note__c: 'a note of a call, meeting or email is a touchpoint; its text is not read',
  CS_Playbook_Run_Step__c:
    'makes the steps of playbooks that start by themselves; reads progress for the score',
  CS_Playbook_Run__c: 'starts playbooks whose trigger is met',
  CS_Playbook_Step__c: 'what a playbook consists of',
  CS_Playbook__c: 'which playbooks start by themselves',
  CS_Request__c:
    'answers requests: a request belongs to the user who made it, so Modify All is what lets the companion write the answer; deletes none of its own accord',
  CS_Risk_Factor__c: 'weights and thresholds',
  CS_Risk_Override__c: 'the band that somebody set by hand',
  CS_Scoring_Config__c: 'which configuration is active',
  CS_Usage_Snapshot__c: 'reads usage for the score; records what products send',
  CS_Workload__c: 'records the workload of each CSM',
  Case: 'reads tickets for the score; keeps those that webhooks send up to date',
  Contact: 'finds who answered by email address; writes none',
};

const IMPORT: Reasons = {
  Account: 'makes and changes customers from a file',
  CS_Usage_Snapshot__c: 'loads usage from a file',
  Case: 'loads tickets from a file',
  Contact: 'finds who answered a survey, by email address',
};

/** By permission set and object. */
export const OBJECT_REASONS: Readonly<Record<string, Reasons>> = {
  CS_Admin: ADMIN,
  CS_Companion: COMPANION,
  CS_Import: IMPORT,
  CS_Manager: MANAGER,
  CS_User: CSM,
};

const SEES_REPORTS = 'opens Tenure’s reports and dashboards';
const LOGS_ACTIVITIES = 'sees and logs calls, tasks and meetings';

/** By permission set and user permission. */
export const SYSTEM_REASONS: Readonly<Record<string, Reasons>> = {
  CS_Admin: { RunReports: SEES_REPORTS },
  CS_Companion: {
    ActivitiesAccess: 'reads tasks and events, which are touchpoints',
    ApiEnabled: 'works over the API, and only there',
    SendCustomNotifications: 'rings the bell for an alert',
  },
  CS_Import: { ApiEnabled: 'works over the API' },
  CS_Manager: { ActivitiesAccess: LOGS_ACTIVITIES, RunReports: SEES_REPORTS },
  CS_User: { ActivitiesAccess: LOGS_ACTIVITIES, RunReports: SEES_REPORTS },
};
