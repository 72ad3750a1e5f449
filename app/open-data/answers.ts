import { z } from "zod";
import type { TwinnedPage } from "#app/twins.ts";
import {
  openAction,
  openDish,
  openDishPlace,
  openMember,
  openNews,
  openOwnReview,
  openPlace,
  openPlaceInFull,
  openReview,
  openWantedPlace,
} from "./shapes.ts";

const address = z.url();

const page = {
  title: z.string(),
  url: address.describe("The same page for people."),
  notes: z.array(z.string()).describe("What the site made of the query."),
  previous: address.nullable(),
  next: address.nullable(),
};

const counted = {
  ...page,
  count: z.int().min(0).describe("On all pages together."),
  page: z.int().min(1),
  pages: z.int().min(1),
};

/** What each page's JSON holds. */
export const ANSWERS: Record<TwinnedPage, { summary: string; schema: z.ZodType }> = {
  "/places": {
    summary: "Places, filtered and in order as the list is",
    schema: z.object({ ...counted, places: z.array(openPlace) }),
  },
  "/places/:slug": {
    summary: "A place and its reviews",
    schema: z.object({ ...counted, place: openPlaceInFull, reviews: z.array(openReview) }),
  },
  "/dishes": {
    summary: "Dishes that reviews name",
    schema: z.object({ ...counted, dishes: z.array(openDish) }),
  },
  "/dishes/:dish": {
    summary: "A dish and where to have it",
    schema: z.object({ ...counted, dish: openDish.nullable(), places: z.array(openDishPlace) }),
  },
  "/members/:handle": {
    summary: "A member, what they recommended and reviewed",
    schema: z.object({ ...counted, member: openMember, reviews: z.array(openOwnReview) }),
  },
  "/activity": {
    summary: "What is new",
    schema: z.object({ ...page, news: z.array(openNews) }),
  },
  "/wanted": {
    summary: "Places that most people want to try",
    schema: z.object({ ...counted, places: z.array(openWantedPlace) }),
  },
  "/moderation": {
    summary: "What moderators did",
    schema: z.object({ ...counted, actions: z.array(openAction) }),
  },
};

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.literal("about:blank"),
  status: z.int(),
  title: z.string(),
  detail: z.string().optional(),
  problems: z.array(z.string()).optional(),
});
