import type { PageItem, PageModel } from './types.ts';

const component = (id: string, name: string): PageItem => ({
  kind: 'component',
  id,
  component: name,
  properties: {},
});

/** The record page of an object that has none of its own: highlights, related lists and details. */
export function defaultRecordPage(objectApiName: string, label: string): PageModel {
  const tabs: PageItem = {
    kind: 'tabset',
    id: 'tabs',
    sections: [
      { id: 'details', label: 'Details', active: true, items: [component('detail', 'force:detailPanel')] },
      {
        id: 'related',
        label: 'Related',
        active: false,
        items: [component('lists', 'force:relatedListContainer')],
      },
    ],
  };
  return {
    name: `${objectApiName}_Record_Page`,
    label: `${label} Record Page`,
    objectApiName,
    rows: [
      [{ name: 'header', size: 12, items: [component('highlights', 'force:highlightsPanel')] }],
      [{ name: 'main', size: 12, items: [tabs] }],
    ],
  };
}

/** The home page of an app that has none of its own. */
export function defaultHomePage(): PageModel {
  const region = { name: 'top', size: 12, items: [component('welcome', 'home:welcome')] };
  return { name: 'Home', label: 'Home', rows: [[region]] };
}
