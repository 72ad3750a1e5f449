import { Link } from "react-router";
import { z } from "zod";
import { bringBackPlace, bringBackReview } from "#app/domain/deleted/bring-back.server.ts";
import { DAYS_KEPT } from "#app/domain/deleted/kept-for.ts";
import { listDeletedPlaces, listDeletedReviews } from "#app/domain/deleted/list-deleted.server.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { pageAfter, postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths, reviewAnchor } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { DeletedItem } from "./deleted-item.tsx";
import { presentDeletedPlace, presentDeletedReview } from "./present.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.accountDeleted);
  const now = context.get(visitorContext).now();
  const [reviews, places] = await Promise.all([
    listDeletedReviews(member.id, now),
    listDeletedPlaces(member.id, now),
  ]);
  return {
    ...(await openForm(context)),
    items: [...places.map(presentDeletedPlace), ...reviews.map(presentDeletedReview)],
  };
}

const WHAT = "Choose what to bring back";

function bringBackForm() {
  return z.object({
    ...tokenField,
    kind: z.enum(["review", "place"], { error: WHAT }),
    /** The id of a review, or the slug of a place. */
    name: z.string({ error: WHAT }).max(200, WHAT),
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireMember(context, paths.accountDeleted);
  return postMembersForm({
    request,
    context,
    schema: bringBackForm,
    post({ kind, name }, memberId, formSecret) {
      const posting = { memberId, formSecret };
      if (kind === "place") return bringBackPlace(name, posting);
      return bringBackReview(/^[1-9]\d{0,14}$/.test(name) ? Number(name) : 0, posting);
    },
    answer(posted, { kind }, handle) {
      const to = pageAfter(posted);
      const [text, anchor] =
        kind === "place"
          ? ["The place is back.", "facts"]
          : ["Your review is back.", reviewAnchor(handle)];
      return { to, flash: { text, link: { href: `${to}#${anchor}`, text: "See it below" } } };
    },
  });
}

export default function AccountDeleted({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, items, token, result } = useLastResult(loaderData, actionData);
  const messages = Object.values(result?.error ?? {}).flatMap((errors) => errors ?? []);
  const problems = messages.map((message) => ({ controlId: undefined, message }));
  const title = `What you deleted · ${siteName}`;
  return (
    <div className="form-screen">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={actionData} />
      <header className="prose">
        <h1>What you deleted</h1>
        <p className="soft">
          Only you see this page. What you deleted is kept for {DAYS_KEPT} days; then it is gone for
          good.
        </p>
      </header>
      {items.length === 0 && (
        <div className="empty">
          <p>There is nothing here that you could bring back.</p>
          <Link to={paths.places()}>See all places</Link>
        </div>
      )}
      {items.map((item) => (
        <DeletedItem key={`${item.kind} ${item.name}`} item={item} token={token} />
      ))}
    </div>
  );
}
