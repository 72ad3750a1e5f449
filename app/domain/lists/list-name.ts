import { placeHref } from "../places/place-href.ts";

/** The two lists of places that every member has. A place is on one of them or on neither. */
export const LISTS = [
  { list: "want", title: "Want to try", press: "Want to try" },
  { list: "been", title: "Been", press: "Been there" },
] as const;

export type ListName = (typeof LISTS)[number]["list"];

/** Whose list it is, and which. */
export type OwnList = { memberId: number; list: ListName };

/** What a list is called. */
export function listTitle(list: ListName): string {
  return LISTS.find((candidate) => candidate.list === list)?.title ?? list;
}

/** The address of a member's own list. */
export function listHref(list: ListName, page = 1): string {
  return page === 1 ? `/lists/${list}` : `/lists/${list}?page=${page}`;
}

/** The address of a list that is shared with whoever has the link. */
export function sharedListHref(token: string, page = 1): string {
  return page === 1 ? `/lists/shared/${token}` : `/lists/shared/${token}?page=${page}`;
}

/** Where the buttons of a place's page send which list it is on. */
export function placeListsHref(slug: string): string {
  return `${placeHref(slug)}/lists`;
}
