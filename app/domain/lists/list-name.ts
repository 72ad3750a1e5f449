export const LISTS = [
  { list: "want", title: "Want to try", button: "Want to try", mark: "On your list" },
  { list: "been", title: "Been", button: "Been there", mark: "You were here" },
] as const;

export type ListName = (typeof LISTS)[number]["list"];

export type OwnList = { memberId: number; list: ListName };

export function listTitle(list: ListName): string {
  return LISTS.find((candidate) => candidate.list === list)?.title ?? list;
}

/** What a member reads at a place that is on their list. */
export function listMark(list: ListName): string {
  return LISTS.find((candidate) => candidate.list === list)?.mark ?? list;
}
