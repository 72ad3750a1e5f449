import { data, type RouterContextProvider } from "react-router";
import type { z } from "zod";
import {
  changePlace,
  type PlaceChange,
  versionOf,
} from "#app/domain/places/change-place.server.ts";
import { findPlaceFacts, type PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { paths } from "#app/paths.ts";
import { type FormProblem, postForm } from "./post-form.server.ts";

type Correction<Output> = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  slug: string;
  schemaFor: (options: { needsHandle: boolean }) => z.ZodType<
    CorrectionForm & Output,
    Record<string, unknown>
  > & {
    shape: Record<string, unknown>;
  };
  /** What an accepted form changes, or why it does not. */
  changeOf: (value: Output) => PlaceChange | FormProblem | Promise<PlaceChange | FormProblem>;
  /** What the form starts with for a place. */
  typedOf: (place: PlaceFacts) => Record<string, string | string[]>;
  /** What the page of the place says then. */
  saved: string;
};

type CorrectionForm = { token: string; handle?: string | undefined; version: string };

const TAKEN_OFF = {
  title: "This place is not listed any more",
  text: "Nothing was saved. What you wrote is still in your browser: go back to copy it.",
};

const CHANGED_MEANWHILE =
  "The place is not as it was when you opened this form. Compare what differs, then save again if yours is right";

/**
 * The one way a form corrects what is said of a place. Where somebody changed the place since the form was opened, it is
 * given back with what was typed and what the place says now, and saves over that when it is sent again.
 */
export async function postCorrection<Output>(correction: Correction<Output>) {
  const { request, context, slug, schemaFor, changeOf, typedOf, saved } = correction;
  if (!(await findPlaceFacts(slug))) throw data(TAKEN_OFF, { status: 404 });
  return postForm<Output & { version: string }>({
    request,
    context,
    schemaFor,
    async post(value, author, formSecret) {
      const change = await changeOf(value);
      if ("status" in change) return change;
      const outcome = await changePlace(slug, value.version, change, { author, formSecret });
      if (outcome.kind !== "changed-meanwhile") return outcome;
      const place = await findPlaceFacts(slug);
      if (!place) throw data(TAKEN_OFF, { status: 404 });
      const changed = { version: versionOf(place), values: typedOf(place) };
      return { status: 409, formErrors: [CHANGED_MEANWHILE], changed };
    },
    flash: () => ({
      text: saved,
      link: { href: `${paths.place(slug)}#facts`, text: "See what is known" },
    }),
  });
}
