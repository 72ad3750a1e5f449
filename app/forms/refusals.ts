import type { SubmissionResult } from "@conform-to/react";

/** Why a form is given back: the status, and what to say of which field or of the form as a whole. */
export type FormProblem = {
  status: number;
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  /** Links to what the person may have meant. */
  alternatives?: { href: string; text: string }[];
  /** What the form would start with now, where somebody changed it since it was opened. */
  changed?: ChangedMeanwhile;
  /** The seconds after which it may be sent again. */
  retryAfter?: number;
};

/** The version that a form has to carry from now on, and the values that its fields have in it. */
export type ChangedMeanwhile = { version: string; values: Record<string, string | string[]> };

/** What a form gets that was not accepted. What it does not say stays as it was. */
export type FormReply = {
  result: SubmissionResult<string[]>;
  token?: string;
  /** The handle of its author, as far as they are signed in. */
  author?: string | undefined;
  alternatives?: { href: string; text: string }[];
  changed?: ChangedMeanwhile | undefined;
};

/** What the author of a post is told that the domain refused, whichever form it was. */
const REFUSALS = {
  locked: {
    status: 403,
    message:
      "A moderator has locked this place: it takes no reviews, corrections or sightings at the moment",
  },
  "review-first": {
    status: 403,
    message:
      "Write a review first: once a moderator has let it through, you can correct what is said of places",
  },
  "review-hidden": {
    status: 403,
    message: "A moderator has hidden your review of this place, so you cannot post another one",
  },
  "not-the-author": { status: 403, message: "Only the member who wrote a review can delete it" },
  "not-the-recommender": {
    status: 403,
    message: "Only the member who recommended a place can delete it or hand it over",
  },
  "reviewed-by-others": {
    status: 409,
    message:
      "Somebody else has reviewed this place meanwhile, so it stays. You can hand it over to the community",
  },
  "not-deleted": {
    status: 404,
    message:
      "This is not among what you deleted any more: it was brought back or written anew, or its 30 days are over",
  },
  "own-item": { status: 403, message: "This is yours. Change or delete it instead" },
  "already-flagged": {
    status: 409,
    message: "You have flagged this before, and a moderator will look at it",
  },
  "decided-meanwhile": {
    status: 409,
    message: "Somebody has decided about this meanwhile. Open it again to see how it is now",
  },
} as const;

/** A refusal that is explained alike on every form. */
export type Refused = { kind: keyof typeof REFUSALS };

/** What the form says whose post was refused. */
export function refusalOf({ kind }: Refused): FormProblem {
  const { status, message } = REFUSALS[kind];
  return { status, formErrors: [message] };
}
