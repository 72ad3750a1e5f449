import { data, redirect } from "react-router";
import {
  findMergeable,
  likelyToStay,
  listLikelyDuplicates,
  type MergeablePlace,
  mayMerge,
  searchForDuplicate,
} from "#app/domain/merging/merge-page.server.ts";
import { mergePlaces } from "#app/domain/merging/merge-places.server.ts";
import { proposeMerge } from "#app/domain/merging/merge-proposals.server.ts";
import { listSuggestedDuplicates } from "#app/domain/merging/suggested-duplicates.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ChoosePage } from "./choose-page.tsx";
import { Decide } from "./decide.tsx";
import { mergeForm, slugOfAddress } from "./merge-form.ts";

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceOfAddress(params.slug);
  const started = { siteName: describeSite().name, author: member?.handle, token: newFormToken() };
  const search = (url.searchParams.get("q") ?? "").slice(0, 200);
  const meant = url.searchParams.get("with") ?? slugOfAddress(search);
  const other = meant === undefined ? null : await findMergeable(meant);
  if (other && other.id !== place.id) {
    if (url.searchParams.get("with") !== other.slug)
      throw redirect(paths.placeMerge(place.slug, other.slug));
    const stays = likelyToStay(place, other).slug;
    const isAllowed = await mayMerge(member?.id, place, other);
    const pages = { place: presentPage(place), other: presentPage(other) };
    return { started, step: { kind: "decide" as const, ...pages, stays, mayMerge: isAllowed } };
  }
  const problem = meant === undefined ? undefined : other ? SAME_PAGE : NO_PAGE;
  const step = {
    kind: "choose" as const,
    ...(await findOtherPages(place, meant === undefined ? search : "")),
    problem,
  };
  return data({ started, step }, { status: problem === NO_PAGE ? 404 : 200 });
}

/** The listed place of this very address: one that it had before leads on to it. */
async function findPlaceOfAddress(slug: string): Promise<MergeablePlace> {
  const place = await findMergeable(slug);
  if (place?.slug !== slug) throw data(null, { status: 404 });
  return place;
}

const SAME_PAGE = "That is this very page. Choose the other one.";
const NO_PAGE = "There is no such page here any more. Search for the other place by its name.";

async function findOtherPages(place: MergeablePlace, search: string) {
  const [suggested, similar] = await Promise.all([
    listSuggestedDuplicates(place.id),
    listLikelyDuplicates(place),
  ]);
  const others = suggested.filter(({ slug }) => !similar.some((one) => one.slug === slug));
  const found = search === "" ? [] : await searchForDuplicate(search, place.slug);
  return {
    place: { slug: place.slug, name: place.name },
    likely: [...others, ...similar],
    search,
    found,
  };
}

function presentPage({ slug, name, street, postcode, index, createdAt }: MergeablePlace) {
  const reviews = countOf(index?.reviewCount ?? 0, "review");
  return {
    ...{ slug, name, address: `${street}, ${postcode}` },
    facts: `${reviews}, added on ${formatDay(dayInLondon(createdAt))}`,
  };
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  await findPlaceOfAddress(params.slug);
  const other = url.searchParams.get("with") ?? "";
  const isMerge = { was: false };
  return postForm({
    request,
    context,
    schemaFor: mergeForm,
    async post({ stays, intent }, author, formSecret) {
      const from = [params.slug, other].find((slug) => slug !== stays);
      if (from === undefined) return { status: 400, formErrors: [SAME_PAGE] };
      if (![params.slug, other].includes(stays))
        return { status: 400, fieldErrors: { stays: [CHOOSE] } };
      isMerge.was = intent === "merge";
      const decide = isMerge.was ? mergePlaces : proposeMerge;
      const outcome = await decide({ from, into: stays }, author, formSecret);
      if (outcome.kind === "same-place") return { status: 409, formErrors: [ONE_ALREADY] };
      if (outcome.kind === "not-allowed") return { status: 403, formErrors: [NOT_ALLOWED] };
      return outcome;
    },
    flash: (answer) =>
      isMerge.was
        ? {
            text: "The two pages are one now. Everything that was said of either is here.",
            link: { href: `${answer}#reviews`, text: "See the reviews" },
          }
        : {
            text: "Thank you. A moderator will look at both pages.",
            link: { href: paths.place(other), text: "See the other page" },
          },
  });
}

const CHOOSE = "Choose which of the two pages stays";
const ONE_ALREADY = "These two addresses lead to one page already. There is nothing left to merge";
const NOT_ALLOWED =
  "Only a moderator, or whoever recommended both places, can merge them. Open this page again to suggest it instead";

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Merge({ loaderData: { started, step }, actionData }: Route.ComponentProps) {
  if (step.kind === "decide") {
    const { place, other, stays, mayMerge: isAllowed } = step;
    return <Decide {...{ started, place, other, stays, actionData }} mayMerge={isAllowed} />;
  }
  return (
    <div className="form-screen">
      <title>{`Is ${step.place.name} listed twice? · ${started.siteName}`}</title>
      <header className="prose">
        <h1>
          Is <bdi>{step.place.name}</bdi> listed twice?
        </h1>
        <p className="soft">
          Choose the other page of the same place. Two branches of a chain are two places.
        </p>
      </header>
      <ChoosePage {...step} />
    </div>
  );
}
