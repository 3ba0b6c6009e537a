import { executeMutation } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import CsNoteModal from 'c/csNoteModal';
import CsPlaybooks from 'c/csPlaybooks';
import CsPlaybooksLink from 'c/csPlaybooksLink';
import CsPlaybooksReason from 'c/csPlaybooksReason';
import CsPlaybooksStepForm from 'c/csPlaybooksStepForm';
import { navigate } from 'test/mocks/navigation';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { storyOf } from 'test/story';
import { forQuery, graphqlWire, recordWire } from 'test/wires';

jest.mock('c/csNoteModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/csPlaybooksLink', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/csPlaybooksReason', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/csPlaybooksStepForm', () => ({ __esModule: true, default: { open: jest.fn() } }));

const TODAY = '2026-11-23';
const update = updateRecord as unknown as jest.Mock;
const mutate = executeMutation as unknown as jest.Mock;
const openNote = CsNoteModal.open as jest.Mock;
const openLink = CsPlaybooksLink.open as jest.Mock;
const openReason = CsPlaybooksReason.open as jest.Mock;
const openForm = CsPlaybooksStepForm.open as jest.Mock;

const RUN = {
  Id: 'a0R1',
  Name: 'Rescue',
  CS_Playbook__c: 'a0P1',
  CS_Playbook_Version__c: 2,
  CS_Status__c: 'Active',
  CS_Started_On__c: '2026-11-20',
};
const FIRST = step('a0S1', 1, { CS_Status__c: 'Done' });
const SECOND = step('a0S2', 2, { CS_Action__c: 'Call' });
const PLAYBOOK = {
  Id: 'a0P1',
  Name: 'Rescue',
  CS_Description__c: 'Win back',
  CS_Trigger__c: 'Risk Band',
  CS_Trigger_Band__c: 'At Risk',
  CS_Version__c: 2,
};
const RUNNING = { runs: [RUN], steps: [FIRST, SECOND], playbooks: [PLAYBOOK] };

function step(Id: string, order: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Id,
    Name: `Step ${order}`,
    CS_Run__c: 'a0R1',
    CS_Order__c: order,
    CS_Action__c: 'None',
    CS_Status__c: 'Open',
    CS_Due_On__c: '2026-11-25',
    LastModifiedDate: '2026-11-20T08:00:00.000Z',
    ...more,
  };
}

/** The org's answer from now on: what a refresh brings. */
let current: ReturnType<typeof storyOf>;
const refresh = jest.fn(async () => emit());

function emit(): void {
  graphqlWire.emit({ ...current, refresh }, forQuery('accountStory'));
}

async function renderWith(
  records: Parameters<typeof storyOf>[0],
  account: Record<string, unknown> = { CS_Risk_Band__c: 'Healthy' },
  properties: Record<string, unknown> = {},
): Promise<Rendered> {
  const element = await render('c-cs-playbooks', CsPlaybooks, { recordId: ACCOUNT_ID, ...properties });
  current = storyOf(records);
  emit();
  recordWire.emit(accountOf(account));
  await settle();
  return element;
}

async function wish(element: Rendered, stepId: string, of: string): Promise<void> {
  const detail = { stepId, wish: of };
  find(element, 'c-cs-playbooks-run').dispatchEvent(new CustomEvent('stepwish', { detail }));
  await settle();
}

const panels = (element: Rendered) =>
  findAll(element, 'c-cs-error-panel').flatMap(({ heading, errors }) => (errors ? [heading] : []));

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(`${TODAY}T12:00:00Z`), doNotFake: ['queueMicrotask', 'nextTick'] });
  update.mockResolvedValue({});
});
afterEach(() => {
  jest.useRealTimers();
  jest.clearAllMocks();
});

describe('the playbooks of an account', () => {
  test('show what runs with its steps, and what ended', async () => {
    const ended = { ...RUN, Id: 'a0R0', CS_Status__c: 'Stopped', CS_Completed_On__c: '2026-05-01' };
    const element = await renderWith({ ...RUNNING, runs: [RUN, ended] });
    expect(findAll(element, 'c-cs-playbooks-run').map(({ run }) => (run as { id: string }).id)).toEqual([
      'a0R1',
      'a0R0',
    ]);
    expect(find(element, '[data-id="headline"]').textContent).toBe('1 running');
    expect(find(element, 'c-cs-playbooks-run').run).toMatchObject({ steps: [{ order: 1 }, { order: 2 }] });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('list no more ended ones than wanted', async () => {
    const ended = { ...RUN, CS_Status__c: 'Completed' };
    const element = await renderWith({ runs: [ended] }, {}, { endedShown: 0 });
    expect(findAll(element, 'c-cs-playbooks-run')).toEqual([]);
  });

  test.each([
    [{ playbooks: [PLAYBOOK] }, 'Nothing calls for a playbook'],
    [{}, 'There are no active playbooks'],
  ])('say what is possible where nothing runs', async (records, expected) => {
    const element = await renderWith(records);
    expect(find(element, '[data-id="empty"]').textContent).toContain(expected);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('say that they are loading, why they failed, and whom to ask for access', async () => {
    const element = await render('c-cs-playbooks', CsPlaybooks, { recordId: ACCOUNT_ID });
    expect(find(element, 'lightning-spinner').alternativeText).toBe('Loading the playbooks');
    graphqlWire.emit({ data: {}, errors: [{ message: 'down' }] }, forQuery('accountStory'));
    await settle();
    expect(panels(element)).toEqual(['The playbooks could not be loaded']);
    const message = "Validation error of type FieldUndefined: Field 'CS_Playbook_Run__c' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] }, forQuery('accountStory'));
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success User');
    expect(panels(element)).toEqual([]);
  });
});

describe('a suggestion', () => {
  const AT_RISK = { CS_Risk_Band__c: 'At Risk' };

  test('says why, and starts with one click', async () => {
    const element = await renderWith({ playbooks: [PLAYBOOK] }, AT_RISK);
    expect(textOf(find(element, '[data-id="suggestion"]'))).toContain(
      'Suggested because the risk band is At Risk.',
    );
    find(element, '[data-playbook="a0P1"]').click();
    await settle();
    expect(find(element, 'c-cs-playbooks-starter')).toMatchObject({
      playbookId: 'a0P1',
      start: {
        accountId: ACCOUNT_ID,
        assignedToId: USER_ID,
        today: TODAY,
        reason: 'Suggested because the risk band is At Risk.',
      },
    });
  });

  test('is gone once it is started, and a refusal is told', async () => {
    const element = await renderWith({ playbooks: [PLAYBOOK] }, AT_RISK);
    find(element, '[data-playbook="a0P1"]').click();
    await settle();
    current = storyOf(RUNNING);
    const detail = { name: 'Rescue', steps: 2, errors: undefined };
    find(element, 'c-cs-playbooks-starter').dispatchEvent(new CustomEvent('settled', { detail }));
    await settle();
    expect(findAll(element, '[data-id="suggestion"], c-cs-playbooks-starter')).toEqual([]);
    expect(findAll(element, 'c-cs-playbooks-run')).toHaveLength(1);

    find(element, '[data-id="start"]').dispatchEvent(
      new CustomEvent('select', { detail: { value: 'a0P2' } }),
    );
    await settle();
    const failed = { name: '', steps: 0, errors: 'no' };
    find(element, 'c-cs-playbooks-starter').dispatchEvent(new CustomEvent('settled', { detail: failed }));
    await settle();
    expect(panels(element)).toEqual(['The playbook was not started']);
  });

  test('comes at once from an answer that the account does not hold yet', async () => {
    const answer = { Id: 'a0N1', CS_Score__c: 3, CS_Responded_On__c: TODAY };
    const playbook = { ...PLAYBOOK, CS_Trigger__c: 'Low NPS', CS_Trigger_Band__c: null };
    const element = await renderWith(
      { playbooks: [playbook], answers: [answer] },
      { CS_NPS_Score__c: 9, CS_NPS_Date__c: '2026-10-01' },
    );
    expect(textOf(find(element, '[data-id="suggestion"]'))).toContain('the last NPS answer is 3');
  });

  test('can be switched off by the admin', async () => {
    const element = await renderWith({ playbooks: [PLAYBOOK] }, AT_RISK, { hideSuggestions: true });
    expect(findAll(element, '[data-id="suggestion"]')).toEqual([]);
  });
});

describe('a step', () => {
  test('that is ticked writes its own status alone, and only if nobody changed it meanwhile', async () => {
    const element = await renderWith({ ...RUNNING, steps: [SECOND, step('a0S3', 3)] });
    await wish(element, 'a0S2', 'tick');
    expect(update.mock.calls).toEqual([
      [
        {
          fields: {
            Id: 'a0S2',
            CS_Status__c: 'Done',
            CS_Completed_On__c: `${TODAY}T12:00:00.000Z`,
            CS_Completed_By__c: USER_ID,
          },
        },
        { ifUnmodifiedSince: '2026-11-20T08:00:00.000Z' },
      ],
    ]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('that was the last open one completes the run', async () => {
    const element = await renderWith(RUNNING);
    update.mockImplementationOnce(async () => {
      current = storyOf({ ...RUNNING, steps: [FIRST, { ...SECOND, CS_Status__c: 'Done' }] });
    });
    await wish(element, 'a0S2', 'tick');
    expect(update).toHaveBeenLastCalledWith({
      fields: { Id: 'a0R1', CS_Status__c: 'Completed', CS_Completed_On__c: TODAY },
    });
  });

  test('that someone else ticked first stays theirs, and she is told whose', async () => {
    const element = await renderWith(RUNNING);
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    update.mockImplementationOnce(async () => {
      const theirs = { CS_Status__c: 'Done', CS_Completed_By__r: 'Marcus Lindqvist' };
      current = storyOf({ ...RUNNING, steps: [{ ...SECOND, ...theirs }, step('a0S3', 3)] });
      throw Object.assign(new Error('changed'), { status: 412 });
    });
    await wish(element, 'a0S2', 'tick');
    expect(update).toHaveBeenCalledTimes(1);
    expect(toasts).toMatchObject([{ message: 'Marcus Lindqvist marked it as done, and that stands.' }]);
    expect(panels(element)).toEqual([]);
  });

  test('that is refused stays as it is and says why', async () => {
    const element = await renderWith(RUNNING);
    update.mockRejectedValueOnce({ body: { message: 'no' }, status: 400 });
    await wish(element, 'a0S2', 'tick');
    expect(panels(element)).toEqual(['The change was not saved']);
    expect(find(element, 'c-cs-playbooks-run').savingIds).toEqual([]);
  });

  test('is skipped for a reason, and not without one', async () => {
    const element = await renderWith(RUNNING);
    openReason.mockResolvedValueOnce(undefined);
    await wish(element, 'a0S2', 'skip');
    expect(update).not.toHaveBeenCalled();
    openReason.mockResolvedValueOnce('They asked us to wait');
    await wish(element, 'a0S2', 'skip');
    expect(update.mock.calls[0][0].fields).toMatchObject({
      CS_Status__c: 'Skipped',
      CS_Outcome__c: 'They asked us to wait',
    });
  });

  test('of a running playbook is reopened by itself', async () => {
    const element = await renderWith(RUNNING);
    await wish(element, 'a0S1', 'reopen');
    expect(update.mock.calls[0][0].fields).toEqual({
      Id: 'a0S1',
      CS_Status__c: 'Open',
      CS_Completed_On__c: null,
      CS_Completed_By__c: null,
    });
  });

  test('of a completed playbook is reopened together with it, or neither', async () => {
    const element = await renderWith({ ...RUNNING, runs: [{ ...RUN, CS_Status__c: 'Completed' }] });
    mutate.mockResolvedValueOnce({ data: { uiapi: { step: {}, run: {} } } });
    await wish(element, 'a0S1', 'reopen');
    expect(mutate.mock.calls[0][0].variables).toMatchObject({
      step: { Id: 'a0S1', CS_Playbook_Run_Step__c: { CS_Status__c: 'Open' } },
      run: { Id: 'a0R1', CS_Playbook_Run__c: { CS_Status__c: 'Active', CS_Completed_On__c: null } },
    });
    mutate.mockResolvedValueOnce({ data: { uiapi: {} }, errors: [{ message: 'no', paths: ['step'] }] });
    await wish(element, 'a0S1', 'reopen');
    expect(panels(element)).toEqual(['The change was not saved']);
  });

  test('is given to someone else, with another day and an outcome', async () => {
    const element = await renderWith(RUNNING);
    openForm.mockResolvedValueOnce({ assignedToId: '0059', dueOn: '2026-12-01', outcome: ' Half done ' });
    await wish(element, 'a0S2', 'edit');
    expect(update.mock.calls[0][0].fields).toEqual({
      Id: 'a0S2',
      CS_Assigned_To__c: '0059',
      CS_Due_On__c: '2026-12-01',
      CS_Outcome__c: 'Half done',
    });
  });
});

describe('the action of a step', () => {
  const activity = (id: string) => ({ id, subject: `Call ${id}`, createdAt: `${TODAY}T12:00:00.000Z` });

  async function act(activities: ReturnType<typeof activity>[], records = RUNNING): Promise<Rendered> {
    const element = await renderWith(records);
    await wish(element, 'a0S2', 'act');
    find(element, '.slds-card__body').dispatchEvent(new CustomEvent('focusin'));
    await settle();
    expect(find(element, 'c-cs-playbooks-finder').since).toBe(`${TODAY}T11:59:00.000Z`);
    const detail = { activities, errors: undefined };
    find(element, 'c-cs-playbooks-finder').dispatchEvent(new CustomEvent('found', { detail }));
    await settle();
    return element;
  }

  test('opens the form about the account and links the one activity that came of it', async () => {
    const element = await act([activity('00T1')]);
    expect(navigate.mock.calls[0][0]).toMatchObject({
      attributes: { apiName: 'Global.LogACall' },
      state: { recordId: ACCOUNT_ID, defaultFieldValues: expect.stringContaining('Subject=Step%202') },
    });
    expect(update.mock.calls[0][0].fields).toEqual({ Id: 'a0S2', CS_Related_Id__c: '00T1' });
    expect(findAll(element, 'c-cs-playbooks-finder')).toEqual([]);
  });

  test('links nothing when the form was cancelled', async () => {
    await act([]);
    expect(openLink).not.toHaveBeenCalled();
    expect(update).not.toHaveBeenCalled();
  });

  test('asks where more than one may have come of it', async () => {
    openLink.mockResolvedValueOnce('00T2');
    await act([activity('00T1'), activity('00T2')]);
    expect(update.mock.calls[0][0].fields).toEqual({ Id: 'a0S2', CS_Related_Id__c: '00T2' });
  });

  test('takes no activity that another step has', async () => {
    await act([activity('00T1')], { ...RUNNING, steps: [{ ...FIRST, CS_Related_Id__c: '00T1' }, SECOND] });
    expect(update).not.toHaveBeenCalled();
  });

  test('writes a note in our own dialog and links it', async () => {
    const element = await renderWith({ ...RUNNING, steps: [{ ...SECOND, CS_Action__c: 'Note' }] });
    openNote.mockResolvedValueOnce('a0N1');
    await wish(element, 'a0S2', 'act');
    expect(openNote).toHaveBeenCalledWith(expect.objectContaining({ accountId: ACCOUNT_ID }));
    expect(update.mock.calls[0][0].fields).toEqual({ Id: 'a0S2', CS_Related_Id__c: 'a0N1' });
  });

  test('can be linked by hand later, and the link removed', async () => {
    openLink.mockResolvedValueOnce('00T1');
    const element = await renderWith(RUNNING);
    await wish(element, 'a0S2', 'link');
    const detail = { activities: [activity('00T1')], errors: undefined };
    find(element, 'c-cs-playbooks-finder').dispatchEvent(new CustomEvent('found', { detail }));
    await settle();
    expect(openLink).toHaveBeenCalled();
    await wish(element, 'a0S2', 'unlink');
    expect(update.mock.calls.map(([{ fields }]) => fields.CS_Related_Id__c)).toEqual(['00T1', null]);
  });
});

describe('a run', () => {
  async function ask(of: string): Promise<void> {
    const element = await renderWith(RUNNING);
    const detail = { runId: 'a0R1', wish: of };
    find(element, 'c-cs-playbooks-run').dispatchEvent(new CustomEvent('runwish', { detail }));
    await settle();
  }

  test('is stopped for a reason', async () => {
    openReason.mockResolvedValueOnce('They left');
    await ask('stop');
    expect(update.mock.calls[0][0].fields).toEqual({
      Id: 'a0R1',
      CS_Status__c: 'Stopped',
      CS_Completed_On__c: TODAY,
      CS_Reason__c: 'They left',
    });
  });

  test('is given to someone else', async () => {
    openForm.mockResolvedValueOnce({ assignedToId: '0059', dueOn: null, outcome: '' });
    await ask('assign');
    expect(update.mock.calls[0][0].fields).toEqual({ Id: 'a0R1', CS_Assigned_To__c: '0059' });
  });
});
