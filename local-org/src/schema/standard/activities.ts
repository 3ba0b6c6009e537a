import {
  checkbox,
  date,
  dateTime,
  filledByPlatform,
  lookup,
  picklist,
  text,
  textArea,
  wholeNumber,
} from '../field-builders.ts';
import { standardObject } from './standard-object.ts';

function relations(plural: 'Tasks' | 'Events') {
  return [
    lookup('WhoId', 'Name ID', 'Contact', { child: plural, onDelete: 'Cascade' }),
    lookup('WhatId', 'Related To ID', ['Account', 'Opportunity', 'Case'], {
      child: plural,
      onDelete: 'Cascade',
    }),
    lookup('AccountId', 'Account ID', 'Account', { ...filledByPlatform }),
  ];
}

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm */
export const task = standardObject(
  {
    name: 'Task',
    label: 'Task',
    labelPlural: 'Tasks',
    keyPrefix: '00T',
    sharingModel: 'Private',
    nameField: 'Subject',
    owned: true,
  },
  [
    ...relations('Tasks'),
    text('Subject', 'Subject', 255),
    date('ActivityDate', 'Due Date Only'),
    picklist(
      'Status',
      'Status',
      ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
      { nillable: false, defaultValue: 'Not Started' },
    ),
    picklist('Priority', 'Priority', ['High', 'Normal', 'Low'], { nillable: false, defaultValue: 'Normal' }),
    checkbox('IsHighPriority', 'High Priority', filledByPlatform),
    textArea('Description', 'Description', 32000),
    picklist('Type', 'Type', ['Call', 'Email', 'Meeting', 'Other']),
    checkbox('IsClosed', 'Closed', filledByPlatform),
    wholeNumber('CallDurationInSeconds', 'Call Duration'),
    picklist('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound']),
    picklist('TaskSubtype', 'Task Subtype', ['Task', 'Email', 'List Email', 'Cadence', 'Call', 'LinkedIn'], {
      updateable: false,
      restricted: true,
      defaultValue: 'Task',
    }),
    dateTime('CompletedDateTime', 'Completed Date/Time', filledByPlatform),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_event.htm */
export const event = standardObject(
  {
    name: 'Event',
    label: 'Event',
    labelPlural: 'Events',
    keyPrefix: '00U',
    sharingModel: 'Private',
    nameField: 'Subject',
    owned: true,
  },
  [
    ...relations('Events'),
    text('Subject', 'Subject', 255),
    text('Location', 'Location', 255),
    checkbox('IsAllDayEvent', 'All-Day Event'),
    dateTime('ActivityDateTime', 'Due Date Time'),
    date('ActivityDate', 'Due Date Only'),
    wholeNumber('DurationInMinutes', 'Duration'),
    dateTime('StartDateTime', 'Start Date Time'),
    dateTime('EndDateTime', 'End Date Time'),
    textArea('Description', 'Description', 32000),
    picklist('Type', 'Type', ['Email', 'Meeting', 'Other', 'Call']),
    checkbox('IsPrivate', 'Private'),
    picklist('ShowAs', 'Show Time As', ['Busy', 'OutOfOffice', 'Free'], { defaultValue: 'Busy' }),
  ],
);
