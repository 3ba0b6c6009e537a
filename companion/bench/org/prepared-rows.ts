const NOW = Date.now();
const DAY_MS = 86_400_000;
const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString().slice(0, 10);
const time = (ago: number) => `${day(ago)}T09:00:00.000+0000`;

type Fields = Record<string, unknown>;

/** Records below an account, as many as a customer of some standing has: about twenty. */
const BELOW: Record<string, (account: number) => Fields[]> = {
  Task: (account) =>
    times(4, (k) => ({
      Subject: `Call ${k}`,
      IsClosed: k > 0,
      ActivityDate: day(k * 20 + (account % 30) - 5),
      CompletedDateTime: k > 0 ? time(k * 20 + (account % 30)) : null,
    })),
  Event: (account) =>
    times(1, () => ({
      Subject: 'Review',
      ActivityDate: day(account % 90),
      StartDateTime: time(account % 90),
    })),
  Case: (account) =>
    times(account % 4, (k) => ({
      CaseNumber: String(account * 10 + k),
      CreatedDate: time(10 + 30 * k),
      IsClosed: k > 1,
      IsEscalated: account % 17 === 0,
      Priority: ['High', 'Medium', 'Low'][(account + k) % 3],
    })),
  CS_Usage_Snapshot__c: (account) =>
    times(6, (k) => ({
      CS_Period_Start__c: day(31 * (k + 1)),
      CS_Period_Days__c: 31,
      CS_Active_Users__c: 40 + ((account * 7 + k * 13) % 60),
      CS_Licensed_Seats__c: 100,
      CS_Logins__c: 900,
      CS_API_Calls__c: null,
    })),
  CS_Health_Score__c: (account) =>
    times(5, (k) => ({
      CS_Score__c: 30 + ((account * 3 + k * 11) % 70),
      CS_Scored_On__c: day(20 * (k + 1)),
      CS_Source__c: k === 0 && account % 3 === 0 ? 'Manual' : 'Calculated',
      CreatedDate: time(20 * (k + 1)),
    })),
  CS_NPS_Response__c: (account) =>
    times(2, (k) => ({
      Name: `NPS ${k}`,
      CS_Score__c: (account + 3 * k) % 11,
      CS_Responded_On__c: day(30 + 60 * k),
      CS_Contact__c: null,
    })),
  CS_Note__c: (account) =>
    times(1, () => ({ Name: 'Note', CS_Type__c: 'Call', CreatedDate: time(account % 60) })),
};

const times = (count: number, row: (k: number) => Fields) => Array.from({ length: count }, (_, k) => row(k));

/** The id of the account of a number; ids sort as the numbers do. */
export const accountId = (account: number) => `001${String(account).padStart(12, '0')}AAA`;

/** The number of the account of an id. */
export const accountOf = (id: string) => Number(id.slice(3, 15));

/** An account with the fields that are asked for; those that the companion writes are empty. */
export function accountRow(account: number, fields: string[]): Fields {
  const owner = `005${String(account % 50).padStart(12, '0')}AAA`;
  const known: Fields = {
    Id: accountId(account),
    Name: `Customer ${account}`,
    SystemModstamp: time(1),
    LastModifiedDate: time(1),
    OwnerId: owner,
    Owner: { Name: `User ${account % 50}` },
    CS_Status__c: 'Active',
    CS_Tier__c: ['Strategic', 'Enterprise', 'Growth', 'Scale'][account % 4],
    CS_Renewal_Date__c: day(-(account % 365)),
    CS_ARR__c: 1000 * (account % 90),
    CS_Low_Usage__c: false,
    CS_Usage_Down__c: false,
    Industry: ['Retail', 'Energy', 'Finance'][account % 3],
    BillingCountry: ['DE', 'FR', 'US'][account % 3],
  };
  return pick(known, fields);
}

/** The records of an object below some accounts, with the fields that are asked for. */
export function rowsBelow(object: string, accounts: number[], fields: string[]): Fields[] {
  const make = BELOW[object];
  if (!make) return [];
  return accounts.flatMap((account) =>
    make(account).map((row, k) =>
      pick(
        {
          Id: `${object.slice(0, 4)}${account}-${k}`,
          AccountId: accountId(account),
          CS_Account__c: accountId(account),
          ...row,
        },
        fields,
      ),
    ),
  );
}

/** Every field asked for, null where nothing is known; of a path, such as `Owner.Name`, what it begins with. */
function pick(known: Fields, fields: string[]): Fields {
  const names = fields.map((field) => field.split('.')[0] ?? field);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
}
