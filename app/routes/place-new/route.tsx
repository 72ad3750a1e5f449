import { useState } from "react";
import { data } from "react-router";
import { findUnknownCuisines, listCuisinesByUse } from "#app/domain/cuisines/cuisines.server.ts";
import { writtenAddress } from "#app/domain/places/address.ts";
import {
  findDuplicatesOf,
  type PossibleDuplicate,
} from "#app/domain/places/find-duplicates.server.ts";
import { recommendPlace } from "#app/domain/places/recommend-place.server.ts";
import { reviewContent } from "#app/domain/reviews/review-fields.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { isKnownPostcode } from "#app/domain/walk/postcode-table.server.ts";
import { findExamples } from "#app/forms/examples.server.ts";
import { ExamplesContext } from "#app/forms/examples.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { pageAfter } from "#app/forms/post-members-form.server.ts";
import type { FormProblem } from "#app/forms/refusals.ts";
import { askWhere, SAY_WHERE } from "#app/forms/say-where.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { DuplicateQuestion } from "./duplicate-question.tsx";
import { placeContent, placeForm } from "./form.ts";
import { suggestMissing } from "./suggest-missing.ts";
import { readFirstPart } from "./where-form.ts";
import { WherePart } from "./where-part.tsx";
import { WholeForm } from "./whole-form.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ context, url }: Route.LoaderArgs) {
  const started = {
    ...(await openForm(context)),
    cuisines: await listCuisinesByUse(),
    campus: campusPosition(),
    examples: await findExamples(),
    today: dayInLondon(context.get(visitorContext).now()),
  };
  const part = await findPart(url.searchParams);
  return data({ started, part }, { status: part.kind === "where" && part.result ? 400 : 200 });
}

async function findPart(parameters: URLSearchParams) {
  const read = readFirstPart(parameters, campusPosition());
  if (read.kind === "asked") return { ...read, kind: "where" as const };
  const { typed, where, isDifferent } = read;
  const duplicates = isDifferent ? [] : await findDuplicatesOf(where);
  if (duplicates.length > 0) return { kind: "question" as const, where: typed, duplicates };
  const { postcode, position, approximateWalk } = where;
  const isPlaced = position !== undefined || approximateWalk !== undefined;
  if (!isPlaced && !(await isKnownPostcode(postcode))) {
    const result = "position" in typed ? read.refuse({ approximateWalk: [SAY_WHERE] }) : undefined;
    return { kind: "where" as const, typed, result, asksPosition: true, isDifferent };
  }
  const answer = isDifferent ? { differentPlace: "yes" as const } : {};
  return { kind: "rest" as const, typed: { ...typed, ...answer } };
}

export function action({ request, context }: Route.ActionArgs) {
  return postForm({
    request,
    context,
    schema: placeForm(campusPosition()),
    async post(value, author, formSecret) {
      const unknown = await findUnknownCuisines(value.cuisines);
      if (unknown.length > 0) return UNKNOWN_CUISINE;
      const isDifferent = value.differentPlace === "yes";
      const posting = { formSecret, isDifferent };
      const review = reviewContent(value);
      const outcome = await recommendPlace(placeContent(value), review, author, posting);
      switch (outcome.kind) {
        case "duplicates":
          return listedAlready(outcome.duplicates);
        case "nowhere":
          return askWhere(value.postcode);
        default:
          return outcome;
      }
    },
    answer(posted, _value, handle) {
      const to = pageAfter(posted);
      return {
        to,
        flash: {
          text: "Your recommendation is posted. Thank you.",
          link: { href: `${to}#${reviewAnchor(handle)}`, text: "See your review" },
          more: suggestMissing(posted),
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
  const alternatives = duplicates.map(({ slug, name, ...address }) => ({
    href: paths.placeReview(slug),
    text: `${name}, ${writtenAddress(address)}`,
  }));
  return { status: 409, fieldErrors: { differentPlace: [SAME_PLACE] }, alternatives };
}

export default function PlaceNew({ loaderData, actionData }: Route.ComponentProps) {
  const { started, part } = loaderData;
  // A form posted as a whole comes back as a whole, even after a link within the page is followed.
  const [isAnswered] = useState(actionData !== undefined);
  if (isAnswered || part.kind === "rest") {
    const typed = part.kind === "rest" ? part.typed : {};
    return (
      <ExamplesContext value={started.examples}>
        <WholeForm started={started} typed={typed} actionData={actionData} />
      </ExamplesContext>
    );
  }
  const { siteName, campus, draftOwner } = started;
  if (part.kind === "question") {
    return (
      <DuplicateQuestion siteName={siteName} where={part.where} duplicates={part.duplicates} />
    );
  }
  // Each question is a form of its own, with nothing left of the one before.
  const question = part.asksPosition ? "position" : "place";
  const asked = { siteName, campus, draftOwner, ...part };
  return (
    <ExamplesContext value={started.examples}>
      <WherePart key={question} {...asked} />
    </ExamplesContext>
  );
}
