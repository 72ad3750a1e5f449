import { data } from "react-router";
import { mergePlaces } from "#app/domain/merging/merge-places.server.ts";
import { proposeMerge } from "#app/domain/merging/merge-proposals.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ChoosePage } from "./choose-page.tsx";
import { Decide } from "./decide.tsx";
import { mergeForm } from "./form.ts";
import { findPlaceOfAddress, loadStep, SAME_PAGE } from "./load.server.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceOfAddress(params.slug);
  const step = await loadStep(url, place, member?.id);
  const status = step.kind === "choose" && step.isMissing ? 404 : 200;
  return data({ opened: await openForm(context), step }, { status });
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  await findPlaceOfAddress(params.slug);
  const other = url.searchParams.get("with") ?? "";
  return postForm({
    request,
    context,
    schema: mergeForm,
    async post({ stays, intent }, author, formSecret) {
      const from = [params.slug, other].find((slug) => slug !== stays);
      if (from === undefined) return { status: 400, formErrors: [SAME_PAGE] };
      if (![params.slug, other].includes(stays)) {
        return { status: 400, fieldErrors: { stays: [CHOOSE] } };
      }
      const command = intent === "merge" ? mergePlaces : proposeMerge;
      const outcome = await command({ from, into: stays }, author, formSecret);
      switch (outcome.kind) {
        case "same-place":
          return { status: 409, formErrors: [ONE_ALREADY] };
        case "not-allowed":
          return { status: 403, formErrors: [NOT_ALLOWED] };
        default:
          return outcome;
      }
    },
    answer({ place }, { stays, intent }) {
      const page = paths.place(place ?? stays);
      const flash =
        intent === "merge"
          ? {
              text: "The two pages are one now. Everything that was said of either is here.",
              link: { href: `${page}#reviews`, text: "See the reviews" },
            }
          : {
              text: "Thank you. A moderator will look at both pages.",
              link: { href: paths.place(other), text: "See the other page" },
            };
      return { to: page, flash };
    },
  });
}

const CHOOSE = "Choose which of the two pages stays";
const ONE_ALREADY = "These two addresses lead to one page already. There is nothing left to merge";
const NOT_ALLOWED =
  "Only a moderator, or whoever recommended both places while nobody else has reviewed them, can merge them. Open this page again to suggest it instead";

export default function Merge({ loaderData: { opened, step }, actionData }: Route.ComponentProps) {
  if (step.kind === "decide") {
    return <Decide opened={opened} step={step} actionData={actionData} />;
  }
  return (
    <div className="form-screen">
      <title>{`Is ${step.place.name} listed twice? · ${opened.siteName}`}</title>
      <header className="prose">
        <h1>
          Is <bdi>{step.place.name}</bdi> listed twice?
        </h1>
        <p className="soft">
          Choose the other page of the same place. Two branches of a chain are two places.
        </p>
      </header>
      <ChoosePage step={step} />
    </div>
  );
}
