import { makeId } from '../ids.ts';
import { createSmallOrg, type SmallOrg } from './small-org.ts';

export const ACME = makeId('001', 1);
export const BRIO = makeId('001', 2);
export const CORA = makeId('001', 3);
export const DELTA = makeId('001', 4);
export const GONE = makeId('001', 5);
export const ANN = makeId('003', 1);
export const BEN = makeId('003', 2);
export const TASK = makeId('00T', 1);

/** The small org with two users, four accounts of two owners and one deleted, two contacts and a task. */
export function createFilledOrg(): SmallOrg {
  const org = createSmallOrg();
  const [admin, csm] = [org.admin.userId, org.csm.userId];
  org.insert('User', admin, { Name: 'Ada Admin' });
  org.insert('User', csm, { Name: 'Carla CSM' });
  org.insert('Account', ACME, {
    Name: 'Acme',
    Type: 'Customer',
    NumberOfEmployees: 10,
    CS_ARR__c: 1000.5,
    CS_Renewal_Date__c: '2026-11-30',
    CS_Low_Usage__c: 1,
    CS_Tags__c: 'Beta;Reference',
    CS_External_Key__c: 'k1',
    CS_Secret__c: 'x',
    CreatedDate: '2026-11-21T23:59:59.000Z',
    OwnerId: csm,
  });
  org.insert('Account', BRIO, {
    Name: 'brio 50%',
    Type: 'Prospect',
    NumberOfEmployees: 20,
    CS_ARR__c: 500,
    CS_Renewal_Date__c: '2026-12-01',
    CS_Tags__c: 'Ünder review',
    CS_External_Key__c: 'K1',
    ParentId: ACME,
    OwnerId: csm,
  });
  org.insert('Account', CORA, {
    Name: 'Córa',
    Type: 'Partner',
    NumberOfEmployees: 20,
    ParentId: BRIO,
    OwnerId: admin,
  });
  org.insert('Account', DELTA, { Name: "Delta's", OwnerId: admin });
  org.insert('Account', GONE, { Name: 'Gone', OwnerId: admin, IsDeleted: 1 });
  org.insert('Contact', ANN, { Name: 'Ann', AccountId: ACME, OwnerId: csm });
  org.insert('Contact', BEN, { Name: 'Ben', AccountId: ACME, OwnerId: admin });
  org.insert('Task', TASK, { Subject: 'Call', WhatId: ACME, OwnerId: admin });
  return org;
}
