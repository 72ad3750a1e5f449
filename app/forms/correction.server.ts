import { data, type RouterContextProvider } from "react-router";
import { changePlace } from "#app/domain/places/change-place.server.ts";
import type { PlaceChange } from "#app/domain/places/place-change.ts";
import { findPlaceFacts, type PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { versionOf } from "#app/domain/posting/post-once.server.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { paths } from "#app/paths.ts";
import type { Authored, FormSchema } from "./form-schema.ts";
import { openForm } from "./open-form.server.ts";
import { postForm } from "./post-form.server.ts";
import type { FormProblem } from "./refusals.ts";
import { reportedFlash } from "./reported-flash.ts";

type Typed = Record<string, string | string[]>;

type OfAPlace = {
  request: Request;
  params: { slug: string };
  context: Readonly<RouterContextProvider>;
};

export function correctionLoader<Opened extends Typed>(typedOf: (place: PlaceFacts) => Opened) {
  return async function loader({ params, context }: Omit<OfAPlace, "request">) {
    const place = await findPlaceFacts(params.slug);
    if (!place) throw await missingPlace(params.slug);
    return openCorrection(context, place, typedOf);
  };
}

export async function openCorrection<Opened extends Typed>(
  context: OfAPlace["context"],
  place: PlaceFacts,
  typedOf: (place: PlaceFacts) => Opened,
) {
  return {
    ...(await openForm(context)),
    place: { slug: place.slug, name: place.name },
    isLocked: place.isLocked,
    version: versionOf(place),
    opened: typedOf(place),
  };
}

type Correction<Output extends Authored, Input> = {
  schema: FormSchema<Output, Input>;
  changeOf: (
    value: Output,
    place: PlaceFacts,
  ) => PlaceChange | FormProblem | Promise<PlaceChange | FormProblem>;
  typedOf: (place: PlaceFacts) => Typed;
  saved: string;
};

/** If somebody changed the place meanwhile, the form comes back with both versions; sending it again overwrites. */
export function correctionAction<Output extends Authored & { version: string }, Input>(
  correction: Correction<Output, Input>,
) {
  const { schema, changeOf, typedOf, saved } = correction;
  return async function action({ request, params: { slug }, context }: OfAPlace) {
    return postForm({
      request,
      context,
      schema,
      async requireSubject() {
        if (!(await findPlaceFacts(slug))) throw data(TAKEN_OFF, { status: 404 });
      },
      async post(value, author, formSecret) {
        const before = await findPlaceFacts(slug);
        if (!before) throw data(TAKEN_OFF, { status: 404 });
        const change = await changeOf(value, before);
        if ("status" in change) return change;
        const outcome = await changePlace(slug, value.version, change, { author, formSecret });
        if (outcome.kind !== "changed-meanwhile") return outcome;
        const place = await findPlaceFacts(slug);
        if (!place) throw data(TAKEN_OFF, { status: 404 });
        const changed = { version: versionOf(place), values: typedOf(place) };
        return { status: 409, formErrors: [CHANGED_MEANWHILE], changed };
      },
      answer: (posted) => ({
        to: paths.place(slug),
        flash: reportedFlash(slug, posted) ?? {
          text: saved,
          link: { href: `${paths.place(slug)}#facts`, text: "See what is known" },
        },
      }),
    });
  };
}

const TAKEN_OFF = {
  title: "This place is not listed any more",
  text: "Nothing was saved. What you wrote is below, to copy.",
};

const CHANGED_MEANWHILE =
  "The place is not as it was when you opened this form. Compare what differs, then save again if yours is right";
