import type { Connection, Value } from './timelineConnection';

interface Named {
  Name: Value<string>;
}

/** A note about the account. */
export interface NoteNode {
  Id: string;
  CreatedDate: Value<string>;
  CS_Type__c?: Value<string>;
  CS_Body__c?: Value<string>;
  CreatedBy?: Named | null;
}

/** A case of the account, as it was opened or as it was closed. */
export interface CaseNode {
  Id: string;
  CreatedDate: Value<string>;
  ClosedDate: Value<string>;
  CaseNumber: Value<string>;
  Subject?: Value<string>;
  Status?: Value<string>;
  Priority?: Value<string>;
  IsEscalated?: Value<boolean>;
  Description?: Value<string>;
  Contact?: Named | null;
}

/** The answer to a document that reads notes or cases; a kind that the user may not read is missing. */
export interface TimelineRecordsData {
  uiapi: {
    query: {
      notes?: Connection<NoteNode>;
      opened?: Connection<CaseNode>;
      closed?: Connection<CaseNode>;
    };
  };
}
