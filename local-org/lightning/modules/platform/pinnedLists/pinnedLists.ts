import userId from '@salesforce/user/Id';

const keyOf = (objectApiName: string) => `pinnedList:${userId}:${objectApiName}`;

/** The list view that an object opens with for this user, on this machine. */
export function pinnedList(objectApiName: string): string | undefined {
  return localStorage.getItem(keyOf(objectApiName)) ?? undefined;
}

/** Makes a list view the one that its object opens with. */
export function pinList(objectApiName: string, listViewApiName: string): void {
  localStorage.setItem(keyOf(objectApiName), listViewApiName);
}
