import { LightningElement } from 'lwc';

/** Texts for notes and emails. */
export default class CsTemplateManager extends LightningElement {}
