import { Link } from "react-router";
import { z } from "zod";
import { bringBackPlace, bringBackReview } from "#app/domain/deleted/bring-back.server.ts";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { listDeletedPlaces, listDeletedReviews } from "#app/domain/deleted/list-deleted.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ErrorSummary } from "#app/forms/error-summary.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { tokenForm } from "#app/forms/token-form.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { DeletedItem } from "./deleted-item.tsx";
import { presentDeletedPlace, presentDeletedReview } from "./present-deleted.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.accountDeleted);
  const now = context.get(visitorContext).now();
  const [reviews, places] = await Promise.all([
    listDeletedReviews(member.id, now),
    listDeletedPlaces(member.id, now),
  ]);
  return {
    siteName: describeSite().name,
    things: [...places.map(presentDeletedPlace), ...reviews.map(presentDeletedReview)],
    token: newFormToken(),
  };
}

const WHAT = "Choose what to bring back";

const bringBackForm = tokenForm.extend({
  kind: z.enum(["review", "place"], { error: WHAT }),
  /** The id of a review, or the slug of a place. */
  name: z.string({ error: WHAT }).max(200, WHAT),
});

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, paths.accountDeleted);
  return postForm({
    request,
    context,
    schemaFor: () => bringBackForm,
    post({ kind, name }: z.output<typeof bringBackForm>, _author, formSecret) {
      const who = { memberId: member.id, formSecret };
      if (kind === "place") return bringBackPlace(name, who);
      return bringBackReview(/^[1-9]\d{0,14}$/.test(name) ? Number(name) : 0, who);
    },
    flash: (answer, author, { kind }) =>
      kind === "place"
        ? { text: "The place is back.", link: { href: `${answer}#facts`, text: "See it below" } }
        : {
            text: "Your review is back.",
            link: { href: `${answer}#${reviewAnchor(author)}`, text: "See it below" },
          },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function AccountDeleted({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, things, token, result } = useLastResult(loaderData, actionData);
  const messages = Object.values(result?.error ?? {}).flatMap((errors) => errors ?? []);
  const title = `What you deleted · ${siteName}`;
  return (
    <div className="form-screen">
      <title>{messages.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={formProblems([], messages)} attempt={actionData} />
      <header className="prose">
        <h1>What you deleted</h1>
        <p className="soft">
          Only you see this page. What you deleted is kept for {DAYS_KEPT} days; then it is gone for
          good.
        </p>
      </header>
      {things.length === 0 && (
        <div className="empty">
          <p>There is nothing here that you could bring back.</p>
          <Link to={paths.places()}>See all places</Link>
        </div>
      )}
      {things.map((thing) => (
        <DeletedItem key={`${thing.kind} ${thing.name}`} thing={thing} token={token} />
      ))}
    </div>
  );
}
