import { useState } from "react";
import { data } from "react-router";
import { findUnknownCuisines, listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import {
  findDuplicatesOf,
  type PossibleDuplicate,
} from "#app/domain/places/find-duplicates.server.ts";
import { recommendPlace } from "#app/domain/places/recommend-place.server.ts";
import { reviewContent } from "#app/domain/reviews/review-fields.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { pageAfter } from "#app/forms/post-members-form.server.ts";
import type { FormProblem } from "#app/forms/refusals.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { DuplicateQuestion } from "./duplicate-question.tsx";
import { placeForm } from "./form.ts";
import { readFirstPart } from "./where-form.ts";
import { WherePart } from "./where-part.tsx";
import { WholeForm } from "./whole-form.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  const started = {
    ...(await openForm(context)),
    cuisines: await listCuisines(),
    today: dayInLondon(context.get(visitorContext).now()),
  };
  const part = await findPart(url.searchParams);
  return data({ started, part }, { status: part.kind === "where" && part.result ? 400 : 200 });
}

async function findPart(parameters: URLSearchParams) {
  const read = readFirstPart(parameters);
  if (read.kind === "asked") return { ...read, kind: "where" as const };
  const { where, isDifferent } = read;
  if (isDifferent) {
    return { kind: "rest" as const, typed: { ...where, differentPlace: "yes" as const } };
  }
  const duplicates = await findDuplicatesOf(where);
  if (duplicates.length === 0) return { kind: "rest" as const, typed: where };
  return { kind: "question" as const, where, duplicates };
}

export function action({ request, context }: Route.ActionArgs) {
  return postForm({
    request,
    context,
    schema: placeForm,
    async post(value, author, formSecret) {
      const unknown = await findUnknownCuisines(value.cuisines);
      if (unknown.length > 0) return UNKNOWN_CUISINE;
      const { name, street, postcode, priceBand, website, cuisines, newCuisine } = value;
      const place = { name, street, postcode, priceBand, website, cuisines, newCuisine };
      const isDifferent = value.differentPlace === "yes";
      const posting = { formSecret, isDifferent };
      const outcome = await recommendPlace(place, reviewContent(value), author, posting);
      return outcome.kind === "duplicates" ? listedAlready(outcome.duplicates) : outcome;
    },
    answer(posted, _value, handle) {
      const to = pageAfter(posted);
      return {
        to,
        flash: {
          text: "Your recommendation is posted. Thank you.",
          link: { href: `${to}#${reviewAnchor(handle)}`, text: "See your review" },
          next: posted.place
            ? { href: paths.placeHours(posted.place), text: "Add its hours" }
            : undefined,
        },
      };
    },
  });
}

const UNKNOWN_CUISINE: FormProblem = {
  status: 400,
  fieldErrors: { cuisines: ["Choose cuisines from the list, or add one below it"] },
};
const SAME_PLACE =
  "A place of this name, or nearly, is already listed there. Review that one, or say that yours is another";

function listedAlready(duplicates: PossibleDuplicate[]): FormProblem {
  const alternatives = duplicates.map(({ slug, name, street, postcode }) => ({
    href: paths.placeReview(slug),
    text: `${name}, ${street}, ${postcode}`,
  }));
  return { status: 409, fieldErrors: { differentPlace: [SAME_PLACE] }, alternatives };
}

export default function PlaceNew({ loaderData, actionData }: Route.ComponentProps) {
  const { started, part } = loaderData;
  // A form posted as a whole comes back as a whole, even after a link within the page is followed.
  const [isAnswered] = useState(actionData !== undefined);
  if (isAnswered || part.kind === "rest") {
    const typed = part.kind === "rest" ? part.typed : {};
    return <WholeForm started={started} typed={typed} actionData={actionData} />;
  }
  const { siteName, draftOwner } = started;
  if (part.kind === "question") {
    return (
      <DuplicateQuestion siteName={siteName} where={part.where} duplicates={part.duplicates} />
    );
  }
  const { typed, result } = part;
  return <WherePart siteName={siteName} draftOwner={draftOwner} typed={typed} result={result} />;
}
