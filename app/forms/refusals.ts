import type { SubmissionResult } from "@conform-to/react";
import { inWords } from "#app/domain/text/counting.ts";

export type FormProblem = {
  status: number;
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  alternatives?: { href: string; text: string }[];
  changed?: ChangedMeanwhile;
  /** Seconds. */
  retryAfter?: number;
};

export type ChangedMeanwhile = { version: string; values: Record<string, string | string[]> };

/** Fields left out keep their former value. */
export type FormReply = {
  result: SubmissionResult<string[]>;
  token?: string;
  author?: string | undefined;
  alternatives?: { href: string; text: string }[];
  changed?: ChangedMeanwhile | undefined;
};

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

export type Refused = { kind: keyof typeof REFUSALS };

export function refusalOf({ kind }: Refused): FormProblem {
  const { status, message } = REFUSALS[kind];
  return { status, formErrors: [message] };
}

/** Undefined when the form may be sent now. */
export function tooMany(seconds: number | undefined, words: string): FormProblem | undefined {
  if (seconds === undefined) return undefined;
  return { status: 429, formErrors: [`${words} ${inWords(seconds)}`], retryAfter: seconds };
}
