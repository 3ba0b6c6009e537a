import { LightningElement } from 'lwc';

/** Whom to touch, soonest first. */
export default class CsTouchpointConsole extends LightningElement {}
