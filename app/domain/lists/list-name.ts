export const LISTS = [
  { list: "want", title: "Want to try", button: "Want to try" },
  { list: "been", title: "Been", button: "Been there" },
] as const;

export type ListName = (typeof LISTS)[number]["list"];

export type OwnList = { memberId: number; list: ListName };

export function listTitle(list: ListName): string {
  return LISTS.find((candidate) => candidate.list === list)?.title ?? list;
}
