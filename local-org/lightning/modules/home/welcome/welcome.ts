import { LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import { iconOf, type ObjectInfo } from 'platform/fieldInfo';
import { readListRecords } from 'platform/listViews';
import { recentRecords } from 'platform/recentRecords';
import type { RecordRepresentation } from 'platform/recordStore';
import { messageOf, readShellContext } from 'platform/shellData';
import { columnsOfFields, fieldsOfColumns, type TableColumn } from 'platform/tableColumns';

const SHOWN = 10;
const COLUMNS = ['Name', 'Industry', 'Website'];

/** The home page of an app without one of its own: a word to the user, her accounts, and where she was last. */
export default class Welcome extends LightningElement {
  userName = '';
  columns: TableColumn[] = [];
  accounts: RecordRepresentation[] | undefined;
  error: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      const [{ user }, info] = await Promise.all([readShellContext(), readObjectInfo<ObjectInfo>('Account')]);
      this.userName = user.name;
      this.columns = columnsOfFields(info, COLUMNS).map((column) => ({ ...column, sortable: false }));
      const page = await readListRecords({
        objectApiName: 'Account',
        listViewApiName: 'MyAccounts',
        optionalFields: fieldsOfColumns(info, this.columns),
        pageSize: SHOWN,
      });
      this.accounts = page.records;
    } catch (error) {
      this.error = messageOf(error);
    }
  }

  get greeting(): string {
    return this.userName ? `Welcome, ${this.userName}` : 'Welcome';
  }

  get today(): string {
    const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: TIME_ZONE } as const;
    return new Intl.DateTimeFormat(LOCALE, options).format(new Date());
  }

  get isEmpty(): boolean {
    return this.accounts?.length === 0;
  }

  get recent() {
    return recentRecords().map(({ id, objectApiName, name }) => ({
      id,
      name,
      icon: iconOf(objectApiName),
      url: `/lightning/r/${objectApiName}/${id}/view`,
    }));
  }

  get hasRecent(): boolean {
    return this.recent.length > 0;
  }
}
