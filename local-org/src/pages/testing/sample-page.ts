import type { Org } from '../../org.ts';

const META = (name: string) =>
  `<LightningComponentBundle><apiVersion>66.0</apiVersion><isExposed>true</isExposed><masterLabel>${name}</masterLabel><targets><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="heading" type="String" default="Sample"/></targetConfig></targetConfigs></LightningComponentBundle>`;

const SAMPLE_SCRIPT = `import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import NAME from '@salesforce/schema/Account.Name';
export default class CsSample extends LightningElement {
  @api recordId;
  @api heading;
  @wire(getRecord, { recordId: '$recordId', fields: [NAME] }) account;
  get name() { return this.account.data && getFieldValue(this.account.data, NAME); }
  async rename() {
    await updateRecord({ fields: { Id: this.recordId, Name: 'Renamed' } });
    this.dispatchEvent(new ShowToastEvent({ title: 'Saved', variant: 'success' }));
  }
}`;
const SAMPLE_TEMPLATE = `<template><lightning-card title={heading}><p data-name>{name}</p><lightning-button label="Rename" onclick={rename}></lightning-button></lightning-card></template>`;
const FAULTY_SCRIPT = `import { LightningElement } from 'lwc';
export default class CsFaulty extends LightningElement { get text() { throw new Error('No text today.'); } }`;

const item = (name: string) =>
  `<itemInstances><componentInstance><componentName>${name}</componentName><identifier>${name.replace(':', '_')}</identifier></componentInstance></itemInstances>`;
const region = (name: string, ...components: string[]) =>
  `<flexiPageRegions>${components.map(item).join('')}<name>${name}</name><type>Region</type></flexiPageRegions>`;
const PAGE = `<FlexiPage>${region('header', 'force:highlightsPanel')}${region('main', 'csSample')}${region('sidebar', 'csFaulty', 'runtime:unheardOf')}<masterLabel>Sample</masterLabel><sobjectType>Account</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type></FlexiPage>`;
const APP = `<CustomApplication><label>Sample App</label><tabs>standard-Account</tabs><tabs>standard-Contact</tabs><actionOverrides><actionName>View</actionName><content>Sample_Page</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>Account</pageOrSobjectType></actionOverrides></CustomApplication>`;

/** Puts an app with an account page into an org: a component that works, one that throws, one nobody models. */
export function putSamplePage(org: Org): void {
  const bundles: [string, Record<string, string>][] = [
    ['csSample', { 'csSample.js': SAMPLE_SCRIPT, 'csSample.html': SAMPLE_TEMPLATE }],
    ['csFaulty', { 'csFaulty.js': FAULTY_SCRIPT, 'csFaulty.html': '<template>{text}</template>' }],
  ];
  for (const [fullName, files] of bundles) {
    const meta = { [`${fullName}.js-meta.xml`]: META(fullName) };
    org.metadata.put({ type: 'LightningComponentBundle', fullName, files: { ...files, ...meta } });
  }
  org.metadata.put({ type: 'FlexiPage', fullName: 'Sample_Page', files: { 'Sample_Page.flexipage': PAGE } });
  org.metadata.put({ type: 'CustomApplication', fullName: 'Sample_App', files: { 'Sample_App.app': APP } });
}
