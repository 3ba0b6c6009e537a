import { LightningElement } from 'lwc';

/** How loaded each CSM is. */
export default class CsWorkload extends LightningElement {}
