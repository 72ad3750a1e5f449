const DONE: Record<string, string> = {
  hide: "hidden",
  restore: "shown again",
  approve: "let through as a first post",
  dismiss: "flagged, and left as it is",
  lock: "locked",
  unlock: "unlocked",
  merge: "merged with another page of the same place",
  rename: "renamed",
  join: "joined with another one",
  remove: "removed",
  "hide-handle": "given a neutral name",
  "hide-former-handle": "parted from a former handle",
  "hide-cohort": "left without a cohort",
  "hide-version": "cleared of a version in its history",
  "show-version": "given back a version in its history",
  "hide-address": "given a new address",
  "hide-former-address": "parted from a former address",
  undo: "put back as it was before a member changed it",
  stop: "stopped from posting",
  "lift-stop": "allowed to post again",
  unmerge: "parted again from a page that it was merged with",
  "agree-report": "changed, as members had reported",
  "turn-down-report": "reported to have changed, and left as it is",
  "give-standing": "given standing",
  "take-standing": "left with the standing of their reviews alone",
};

/** What a moderator did to something: "hidden", "locked". */
export function actionWords(action: string): string {
  return DONE[action] ?? action;
}
