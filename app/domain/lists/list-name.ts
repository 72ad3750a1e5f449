/** The two lists of places that every member has. A place is on one of them or on neither. */
export const LISTS = [
  { list: "want", title: "Want to try", button: "Want to try" },
  { list: "been", title: "Been", button: "Been there" },
] as const;

export type ListName = (typeof LISTS)[number]["list"];

/** Whose list it is, and which. */
export type OwnList = { memberId: number; list: ListName };

/** What a list is called. */
export function listTitle(list: ListName): string {
  return LISTS.find((candidate) => candidate.list === list)?.title ?? list;
}
