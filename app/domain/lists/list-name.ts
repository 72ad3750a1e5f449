export const LISTS = [
  { list: "want", title: "Want to try", button: "Want to try", mark: "On your list" },
  { list: "been", title: "Been", button: "Been there", mark: "You were here" },
] as const;

export type ListName = (typeof LISTS)[number]["list"];

export type OwnList = { memberId: number; list: ListName };

export function listTitle(list: ListName): string {
  return wordsOf(list).title;
}

/** What a member reads at a place that is on their list. */
export function listMark(list: ListName): string {
  return wordsOf(list).mark;
}

/** What puts a place on it. */
export function listButton(list: ListName): string {
  return wordsOf(list).button;
}

function wordsOf(list: ListName) {
  return list === "want" ? LISTS[0] : LISTS[1];
}
