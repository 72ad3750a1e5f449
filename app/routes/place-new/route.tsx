import { useState } from "react";
import { data } from "react-router";
import { findUnknownCuisines, listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import {
  findDuplicatesOf,
  type PossibleDuplicate,
} from "#app/domain/places/find-duplicates.server.ts";
import { recommendPlace } from "#app/domain/places/recommend-place.server.ts";
import type { PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { reviewContent } from "#app/domain/reviews/review-fields.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { type FormProblem, postForm } from "#app/forms/post-form.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { DuplicateQuestion } from "./duplicate-question.tsx";
import { placeForm } from "./place-form.ts";
import { readFirstPart } from "./where-form.ts";
import { WherePart } from "./where-part.tsx";
import { WholeForm } from "./whole-form.tsx";

export async function loader({ context, url }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const started = {
    siteName: describeSite().name,
    cuisines: await listCuisines(),
    author: member?.handle,
    token: newFormToken(),
    today: dayInLondon(visitor.now()),
  };
  const part = await findPart(url.searchParams);
  return data({ started, part }, { status: part.kind === "where" && part.result ? 400 : 200 });
}

/** Which part of the form comes next. The question is asked only where a place may be listed already. */
async function findPart(parameters: URLSearchParams) {
  const read = readFirstPart(parameters);
  if (read.kind === "asked") return { ...read, kind: "where" as const };
  const { where, isDifferent } = read;
  if (isDifferent)
    return { kind: "rest" as const, typed: { ...where, differentPlace: "yes" as const } };
  const duplicates = await findDuplicatesOf(where);
  if (duplicates.length === 0) return { kind: "rest" as const, typed: where };
  const linked = duplicates.map((place) => ({
    ...place,
    href: paths.place(place.slug),
    reviewHref: paths.placeReview(place.slug),
  }));
  return { kind: "question" as const, where, duplicates: linked };
}

export function action({ request, context }: Route.ActionArgs) {
  return postForm({
    request,
    context,
    schemaFor: placeForm,
    async post(value, author, formSecret): Promise<PostOutcome | FormProblem> {
      const unknown = await findUnknownCuisines(value.cuisines);
      if (unknown.length > 0) {
        return {
          status: 400,
          fieldErrors: { cuisines: ["Choose cuisines from the list, or add one below it"] },
        };
      }
      const { name, street, postcode, priceBand, website, cuisines, newCuisine } = value;
      const place = { name, street, postcode, priceBand, website, cuisines, newCuisine };
      const isDifferent = value.differentPlace === "yes";
      const outcome = await recommendPlace(place, reviewContent(value), author, {
        formSecret,
        isDifferent,
      });
      if (outcome.kind !== "duplicates") return outcome;
      return {
        status: 409,
        fieldErrors: { differentPlace: [SAME_PLACE] },
        alternatives: linksTo(outcome.duplicates),
      };
    },
    flash: (answer, author) => ({
      text: "Your recommendation is posted. Thank you.",
      link: { href: `${answer}#${reviewAnchor(author)}`, text: "See your review" },
      next: { href: `${answer}/hours`, text: "Add its hours" },
    }),
  });
}

const SAME_PLACE =
  "A place of this name, or nearly, is already listed there. Review that one, or say that yours is another";

function linksTo(duplicates: PossibleDuplicate[]) {
  return duplicates.map(({ slug, name, street, postcode }) => ({
    href: paths.placeReview(slug),
    text: `${name}, ${street}, ${postcode}`,
  }));
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function PlaceNew({
  loaderData: { started, part },
  actionData,
}: Route.ComponentProps) {
  // Whoever sends all of it at once gets all of it back, and keeps it when a link within the page is followed.
  const [isAnswered] = useState(actionData !== undefined);
  if (isAnswered || part.kind === "rest") {
    return (
      <WholeForm
        started={started}
        typed={part.kind === "rest" ? part.typed : {}}
        actionData={actionData}
      />
    );
  }
  if (part.kind === "question") {
    return (
      <DuplicateQuestion
        siteName={started.siteName}
        where={part.where}
        duplicates={part.duplicates}
      />
    );
  }
  return <WherePart siteName={started.siteName} typed={part.typed} result={part.result} />;
}
