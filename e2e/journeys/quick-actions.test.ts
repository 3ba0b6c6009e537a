import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

interface Person {
  Id: string;
  FirstName: string;
  Name: string;
  Email: string;
  AccountId: string;
}

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
let person: Person;
const halfAsked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startDemo();
  ({ page, complaints } = await openPage(browser));
  page.on('request', (request) => {
    if (request.url().includes('undefined')) halfAsked.push(request.url());
  });
  await page.goto(product.accountPage);
  await page.locator('c-cs-quick-actions').getByRole('button', { name: 'Log Call' }).waitFor();
  const accountId = /\/Account\/(\w+)\//.exec(page.url())?.[1] ?? '';
  const fields = 'Id, FirstName, Name, Email, AccountId';
  [person] = (await ask<Person>(
    `SELECT ${fields} FROM Contact WHERE AccountId = '${accountId}' ORDER BY Name LIMIT 1`,
  )) as [Person];
}, 300_000);

afterAll(async () => {
  await page?.context().close();
  await browser?.close();
  expect(await product?.stop()).toBe(0);
});

describe('on the account page', () => {
  test('the bar of actions has no accessibility violations', async () => {
    await expectAccessible();
  });

  test('one click opens the form of a call, about the account, and pressing Save twice logs it once', async () => {
    await start('Log Call');
    await expectChosen('Related To', 'Northwind Logistics');
    await expectAccessible();
    const before = await countTasks();
    await dialog().getByRole('button', { name: 'Save' }).dblclick();
    await dialog().waitFor({ state: 'detached' });
    expect(await newestTask()).toMatchObject({
      TaskSubtype: 'Call',
      Status: 'Completed',
      WhatId: person.AccountId,
    });
    expect(await countTasks()).toBe(before + 1);
  });

  test('after the call the page asks when the next touchpoint is', async () => {
    const card = page.locator('c-cs-touchpoint');
    await card.getByText('When will you be in touch with Northwind Logistics next?').waitFor();
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('In 14 days').waitFor();
  });

  test('a note begun from a template keeps what was written and is saved with the account', async () => {
    await start('Add Note');
    await dialog().getByRole('textbox', { name: 'Note' }).fill('Spoke about the roll-out.');
    await choose('Contact', new RegExp(`^${person.Name}`));
    await dialog().getByRole('combobox', { name: 'Insert a template' }).fill('risk');
    await dialog()
      .getByRole('option', { name: /Risk review/ })
      .click();
    await dialog().getByText('Risk review of Northwind Logistics').waitFor();
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });

    const [note] = await ask<{ CS_Type__c: string; CS_Body__c: string; CS_Account__c: string }>(
      'SELECT CS_Type__c, CS_Body__c, CS_Account__c FROM CS_Note__c ORDER BY CreatedDate DESC, Id DESC LIMIT 1',
    );
    expect(note).toMatchObject({ CS_Type__c: 'Call', CS_Account__c: person.AccountId });
    expect(note?.CS_Body__c).toContain('Spoke about the roll-out.');
    expect(note?.CS_Body__c).toContain('Risk review of Northwind Logistics');
  });

  test('an email from a template is filled in for the contact and logged with both', async () => {
    await start('Email from Template');
    await choose('Contact', new RegExp(`^${person.Name}`));
    await dialog().getByRole('combobox', { name: 'Insert a template' }).fill('nps');
    await dialog()
      .getByRole('option', { name: /NPS thanks/ })
      .click();
    await dialog().getByText(`Hi ${person.FirstName},`).waitFor();
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Open in Email' }).click();

    await dialog().getByText('delivers no mail').waitFor();
    await expectInput('To', person.Email);
    await expectInput('Subject', `Thank you for your answer, ${person.FirstName}`);
    await expectAccessible();
    await dialog().getByRole('button', { name: 'Send' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await newestTask()).toMatchObject({
      TaskSubtype: 'Email',
      WhatId: person.AccountId,
      WhoId: person.Id,
    });
  });
});

describe('on the contact page', () => {
  test.each([
    ['Create Task', 'Task'],
    ['Log Call', 'Call'],
  ])('%s is about her and her account', async (action, subtype) => {
    await page.goto(`${product.orgUrl}/lightning/r/Contact/${person.Id}/view`);
    await page.locator('c-cs-quick-actions').getByRole('button', { name: 'Add Note' }).waitFor();
    await start(action);
    await expectChosen('Name', person.Name);
    await expectChosen('Related To', 'Northwind Logistics');
    await dialog().getByRole('textbox', { name: 'Subject' }).fill(`${action} by journey`);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await newestTask()).toMatchObject({
      Subject: `${action} by journey`,
      TaskSubtype: subtype,
      WhatId: person.AccountId,
      WhoId: person.Id,
    });
    await page.locator('force-related-list-container').getByText(`${action} by journey`).waitFor();
    await expectAccessible();
  });

  test('the browser did not complain all the while', () => {
    expect(complaints).toEqual([]);
  });

  test('no form asked for the name of a record before it knew of which object', () => {
    expect(halfAsked).toEqual([]);
  });
});

async function start(action: string): Promise<void> {
  await page.locator('c-cs-quick-actions').getByRole('button', { name: action }).click();
  await dialog().waitFor();
}

function dialog(): Locator {
  return page.getByRole('dialog');
}

async function choose(label: string, option: RegExp): Promise<void> {
  await dialog().getByRole('combobox', { name: label, exact: true }).click();
  await dialog().getByRole('option', { name: option }).click();
}

/** A lookup of the form is filled in once the name of its record is read. */
async function expectChosen(label: string, name: string): Promise<void> {
  await dialog()
    .getByRole('button', { name: `Clear ${label} Selection` })
    .waitFor();
  const lookup = dialog().getByRole('combobox', { name: label, exact: true });
  await eventually(async () => expect(await lookup.inputValue()).toBe(name));
}

async function expectInput(label: string, text: string): Promise<void> {
  const input = dialog().getByRole('textbox', { name: label, exact: true });
  await eventually(async () => expect(await input.inputValue()).toBe(text));
}

/** Asks the org as the user of the page. */
function ask<T>(soql: string): Promise<T[]> {
  return page.evaluate(async (query) => {
    const response = await fetch(`/services/data/v66.0/query?q=${encodeURIComponent(query)}`);
    return ((await response.json()) as { records: never[] }).records;
  }, soql);
}

async function countTasks(): Promise<number> {
  return (await ask<object>('SELECT Id FROM Task')).length;
}

async function newestTask(): Promise<unknown> {
  const fields = 'Subject, Status, TaskSubtype, WhatId, WhoId';
  return (await ask(`SELECT ${fields} FROM Task ORDER BY CreatedDate DESC, Id DESC LIMIT 1`))[0];
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
