import { LightningElement } from 'lwc';

/** What renews, by month and band. */
export default class CsRenewalPipeline extends LightningElement {}
