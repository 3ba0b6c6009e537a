import { LightningElement } from 'lwc';

/** Pinned accounts and those that ask for attention now. */
export default class CsFocus extends LightningElement {}
