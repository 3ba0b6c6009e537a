import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

interface Step {
  Id: string;
  Name: string;
  CS_Order__c: number;
  CS_Status__c: string;
  CS_Outcome__c: string | null;
  CS_Related_Id__c: string | null;
  CS_Completed_By__r: { Name: string } | null;
}

const RESCUE = 'At-risk rescue';
const FOLLOW_UP = 'Detractor follow-up';

let browser: Browser;
let product: Product;
let dana: Page;
let helen: Page;
let complaints: string[];
let accountId: string;

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startDemo();
  ({ page: dana, complaints } = await openPage(browser));
  ({ page: helen } = await openPage(browser));
  await dana.goto(product.accountPage);
  await run(dana, RESCUE).getByText('2 of 6 steps').waitFor();
  accountId = /\/Account\/(\w+)\//.exec(dana.url())?.[1] ?? '';
}, 300_000);

afterAll(async () => {
  await dana?.context().close();
  await helen?.context().close();
  await browser?.close();
  expect(await product?.stop()).toBe(0);
});

describe('a CSM on the account page', () => {
  test('sees what runs, what is late and what is suggested and why', async () => {
    await run(dana, RESCUE).getByText('2 overdue').waitFor();
    await card(dana).getByText('Suggested because the last NPS answer is 4.').waitFor();
    await expectAccessible(dana);
  });

  test('starts what is suggested with one click: the run has every step of its version', async () => {
    await card(dana)
      .getByRole('button', { name: `Start ${FOLLOW_UP}` })
      .click();
    await run(dana, FOLLOW_UP).getByText('0 of 4 steps').waitFor();
    await card(dana).getByText('Suggested because the last NPS answer is 4.').first().waitFor();
    const [started] = await ask<{ CS_Playbook_Version__c: number; CS_Reason__c: string }>(
      `SELECT CS_Playbook_Version__c, CS_Reason__c FROM CS_Playbook_Run__c WHERE ${ofRun(FOLLOW_UP)}`,
    );
    expect(started).toMatchObject({
      CS_Playbook_Version__c: 1,
      CS_Reason__c: expect.stringContaining('NPS'),
    });
    expect((await steps(FOLLOW_UP)).map(({ CS_Order__c }) => CS_Order__c)).toEqual([1, 2, 3, 4]);
  });

  test('ticks a step, skips one for a reason and opens it again', async () => {
    const followUp = run(dana, FOLLOW_UP);
    await tick(dana, FOLLOW_UP, 'Thank them and ask for a call');
    await followUp.getByText('1 of 4 steps').waitFor();
    await followUp.getByText(/Done by Dana Reyes/).waitFor();

    await chooseFor(dana, 'Call and listen', 'Skip…');
    await expectAccessible(dana);
    await dialog(dana).getByRole('textbox', { name: 'Reason' }).fill('They are on holiday');
    await dialog(dana).getByRole('button', { name: 'Skip' }).click();
    await followUp.getByText('2 of 4 steps').waitFor();
    await followUp.getByText('They are on holiday').waitFor();
    expect((await steps(FOLLOW_UP))[1]).toMatchObject({
      CS_Status__c: 'Skipped',
      CS_Outcome__c: 'They are on holiday',
    });

    await chooseFor(dana, 'Call and listen', 'Reopen');
    await followUp.getByText('1 of 4 steps').waitFor();
  });

  test('logs the call of a step, and the step links what came of it', async () => {
    const rescue = run(dana, RESCUE);
    await step(rescue, 'Call the decision maker').getByRole('button', { name: 'Log Call' }).click();
    const subject = dialog(dana).getByRole('textbox', { name: 'Subject' });
    await eventually(async () => expect(await subject.inputValue()).toBe('Call the decision maker'));
    await dialog(dana).getByRole('button', { name: 'Save' }).click();
    await dialog(dana).waitFor({ state: 'detached' });
    await step(rescue, 'Call the decision maker').getByText('Open the activity').waitFor();

    const [task] = await ask<{ Id: string }>(
      `SELECT Id FROM Task WHERE WhatId = '${accountId}' ORDER BY CreatedDate DESC, Id DESC LIMIT 1`,
    );
    const linked = (await steps(RESCUE)).filter(({ CS_Related_Id__c }) => CS_Related_Id__c !== null);
    expect(linked).toMatchObject([{ Name: 'Call the decision maker', CS_Related_Id__c: task?.Id }]);
  });
});

describe('two people on one playbook', () => {
  test('tick different steps at once, and both ticks stand', async () => {
    await login(helen, 'helen.okafor', `/lightning/r/Account/${accountId}/view`);
    await run(helen, RESCUE).getByText('2 of 6 steps').waitFor();
    await tick(dana, RESCUE, 'Call the decision maker');
    await tick(helen, RESCUE, 'Agree on a rescue plan in writing');
    await eventually(async () => {
      const by = (await steps(RESCUE)).map(({ CS_Completed_By__r }) => CS_Completed_By__r?.Name);
      expect(by.slice(2, 4)).toEqual(['Dana Reyes', 'Helen Okafor']);
    });
    // Whose page was read last shows both; which one that is depends on who was faster.
    await helen.reload();
    await run(helen, RESCUE).getByText('4 of 6 steps').waitFor();
  });

  test('tick the same step, the first one stands and the second is told whose it is', async () => {
    await dana.reload();
    await run(dana, RESCUE).getByText('4 of 6 steps').waitFor();
    await tick(dana, RESCUE, 'Check the plan with the customer');
    await run(dana, RESCUE).getByText('5 of 6 steps').waitFor();
    await tick(helen, RESCUE, 'Check the plan with the customer');
    await helen.getByText(/Dana Reyes marked it as done/).waitFor();
    await run(helen, RESCUE).getByText('5 of 6 steps').waitFor();
    expect((await steps(RESCUE))[4]?.CS_Completed_By__r?.Name).toBe('Dana Reyes');
  });

  test('complete it with the last step, whoever does it', async () => {
    await tick(helen, RESCUE, 'Decide: back to normal, or escalate');
    await run(helen, RESCUE).getByText('6 of 6 steps, completed').waitFor();
    const [done] = await ask<{ CS_Status__c: string }>(
      `SELECT CS_Status__c FROM CS_Playbook_Run__c WHERE ${ofRun(RESCUE)}`,
    );
    expect(done?.CS_Status__c).toBe('Completed');
  });
});

describe('a manager on the page Playbooks', () => {
  test('reorders steps by keyboard and is told what becomes of running ones', async () => {
    await helen.goto(`${product.orgUrl}/lightning/n/CS_Playbooks`);
    await builder(helen).getByRole('button', { name: FOLLOW_UP, exact: true }).waitFor();
    await expectAccessible(helen);
    await builder(helen).getByRole('button', { name: FOLLOW_UP, exact: true }).click();
    const handle = builder(helen).getByRole('button', { name: /^Move step 1, Thank them/ });
    await handle.focus();
    await handle.press('ArrowDown');
    await builder(helen)
      .getByRole('button', { name: /^Move step 2, Thank them/ })
      .waitFor();
    await builder(helen).getByText('Thank them and ask for a call is now step 2 of 4.').waitFor();
    await builder(helen)
      .getByText(/Saving makes it version 2\. \d+ running ones keep their version/)
      .waitFor();
    await expectAccessible(helen);
  });

  test('adds a step and saves: new version, and what runs keeps its own', async () => {
    await builder(helen).getByRole('button', { name: 'Add Step' }).click();
    const added = builder(helen).getByRole('group', { name: 'Step 5' });
    await builder(helen).getByRole('button', { name: 'Save' }).click();
    await builder(helen).getByText('Give step 5 a name.').waitFor();
    await added.getByRole('textbox', { name: 'Step' }).fill('Ask for a new answer');
    await builder(helen).getByRole('button', { name: 'Save' }).click();
    const row = builder(helen).getByRole('row', { name: new RegExp(FOLLOW_UP) });
    await row.getByText('Version 2').waitFor();
    await row.getByText('5 steps').waitFor();

    const kept = await steps(FOLLOW_UP);
    expect(kept.map(({ Name }) => Name)).toEqual([
      'Thank them and ask for a call',
      'Call and listen',
      'Fix it, or say why not',
      'Tell them what came of it',
    ]);
  });

  test('and the next one that is started follows the new version', async () => {
    const [other] = await ask<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Meridian Mutual'");
    await dana.goto(`${product.orgUrl}/lightning/r/Account/${other?.Id}/view`);
    await card(dana).getByRole('button', { name: 'Start a playbook' }).click();
    await card(dana).getByRole('menuitem', { name: FOLLOW_UP }).click();
    await run(dana, FOLLOW_UP).getByText('0 of 5 steps').waitFor();
    await step(run(dana, FOLLOW_UP), 'Call and listen').waitFor();
    const names = run(dana, FOLLOW_UP).locator('c-cs-playbooks-step [data-id="name"]');
    await eventually(async () =>
      expect(await names.allTextContents()).toEqual([
        'Call and listen',
        'Thank them and ask for a call',
        'Fix it, or say why not',
        'Tell them what came of it',
        'Ask for a new answer',
      ]),
    );
  });

  test('a CSM can look at it and change nothing', async () => {
    await dana.goto(`${product.orgUrl}/lightning/n/CS_Playbooks`);
    await builder(dana).getByText('Managers and admins change them.').waitFor();
    await builder(dana).getByRole('button', { name: RESCUE, exact: true }).click();
    await builder(dana).getByText('1. Find the cause').waitFor();
    expect(await builder(dana).getByRole('button', { name: 'Save' }).count()).toBe(0);
    await expectAccessible(dana);
  });

  test('the browser of the CSM did not complain all the while', () => {
    expect(complaints).toEqual([]);
  });
});

function card(page: Page): Locator {
  return page.locator('c-cs-playbooks');
}

function builder(page: Page): Locator {
  return page.locator('c-cs-playbook-builder');
}

/** A playbook that was started, by its name. */
function run(page: Page, name: string): Locator {
  return card(page)
    .locator('c-cs-playbooks-run')
    .filter({ has: page.getByRole('button', { name, exact: true }) });
}

/** A step of a run, by its name. */
function step(within: Locator, name: string): Locator {
  return within.locator('c-cs-playbooks-step').filter({ hasText: name });
}

function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

async function tick(page: Page, playbook: string, name: string): Promise<void> {
  await run(page, playbook)
    .getByRole('checkbox', { name: `Done: ${name}` })
    .press('Space');
}

async function chooseFor(page: Page, name: string, item: string): Promise<void> {
  await card(page)
    .getByRole('button', { name: `Actions for ${name}` })
    .click();
  await card(page).getByRole('menuitem', { name: item }).click();
}

async function login(page: Page, person: string, path: string): Promise<void> {
  const retUrl = encodeURIComponent(path);
  await page.goto(`${product.orgUrl}/login?as=${person}@demo.tenure.example&retURL=${retUrl}`);
}

const ofRun = (name: string) => `Name = '${name}' AND CS_Account__c = '${accountId}'`;

function steps(playbook: string): Promise<Step[]> {
  const fields =
    'Id, Name, CS_Order__c, CS_Status__c, CS_Outcome__c, CS_Related_Id__c, CS_Completed_By__r.Name';
  return ask(
    `SELECT ${fields} FROM CS_Playbook_Run_Step__c ` +
      `WHERE CS_Run__r.Name = '${playbook}' AND CS_Run__r.CS_Account__c = '${accountId}' ORDER BY CS_Order__c`,
  );
}

/** Asks the org as the CSM. */
function ask<T>(soql: string): Promise<T[]> {
  return dana.evaluate(async (query) => {
    const response = await fetch(`/services/data/v66.0/query?q=${encodeURIComponent(query)}`);
    return ((await response.json()) as { records: never[] }).records;
  }, soql);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
