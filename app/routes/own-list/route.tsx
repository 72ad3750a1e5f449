import { data, redirect } from "react-router";
import { z } from "zod";
import { chooseList } from "#app/domain/lists/list-entries.server.ts";
import { type ListName, listTitle, type OwnList } from "#app/domain/lists/list-name.ts";
import { listNameSchema } from "#app/domain/lists/list-name-schema.ts";
import { findShareToken, shareList, stopSharing } from "#app/domain/lists/shared-lists.server.ts";
import type { MayNotPost } from "#app/domain/members/member-sql.server.ts";
import { mayNotPost } from "#app/domain/posting/write-as-member.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { carryOut, readOneClickForm } from "#app/forms/one-click-form.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { loadKeptList } from "#app/ui/kept-list/load-kept-list.server.ts";
import { MembersOnly } from "#app/ui/members-only.tsx";
import type { Route } from "./+types/route";
import { OwnListScreen } from "./own-list-screen.tsx";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const list = readListName(params.list);
  const member = await context.get(visitorContext).member();
  const siteName = describeSite().name;
  if (!member) return data({ siteName, list, own: undefined }, { status: 403 });
  const ownList = { memberId: member.id, list };
  const [kept, shareToken] = await Promise.all([
    loadKeptList(ownList, url.searchParams, context.get(visitorContext).now()),
    findShareToken(ownList),
  ]);
  if (kept.page > kept.pages) throw redirect(paths.list(list, { ...kept, page: 1 }));
  const sharedAt = shareToken && {
    href: paths.sharedList(shareToken),
    text: url.origin + paths.sharedList(shareToken),
  };
  return data({
    siteName,
    list,
    own: { kept, sharedAt, token: newFormToken() },
  });
}

const listForm = z.object({
  intent: z.enum(["been", "neither", "share", "stop-sharing"]),
  slug: z.string().max(200).catch(""),
  token: z.string().max(200).catch(""),
});

type ListForm = z.output<typeof listForm>;

export async function action({ request, params, context }: Route.ActionArgs) {
  const list = readListName(params.list);
  const sent = await readOneClickForm({ request, context }, listForm, "lists");
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  if (!member) return data(null, { status: 403 });
  if (!isFreshFormToken(sent.token)) throw data(STALE, { status: 400 });
  const flash = await carryOut(() => changeList(sent, { memberId: member.id, list }));
  if (!flash) throw data(null, { status: 404 });
  await visitor.flash(flash);
  return redirect(paths.list(list), 303);
}

const STALE = {
  title: "That list was open for more than a day",
  text: "Nothing was changed. Go back, load the page again, and press the button once more.",
};

/** Undefined if there is no such place. */
async function changeList(
  { intent, slug }: ListForm,
  own: OwnList,
): Promise<Flash | MayNotPost | undefined> {
  switch (intent) {
    case "share": {
      const shared = await shareList(own);
      if (mayNotPost(shared)) return shared;
      return {
        text: "Anyone with the link below can see this list.",
        link: { href: `${paths.list(own.list)}#sharing`, text: "See the link" },
      };
    }
    case "stop-sharing":
      await stopSharing(own);
      return {
        text: "The link leads nowhere now. Only you see this list.",
        link: { href: `${paths.list(own.list)}#sharing`, text: "Share it again" },
      };
    case "been":
    case "neither": {
      const outcome = await chooseList({ slug, memberId: own.memberId, choice: intent });
      if (mayNotPost(outcome)) return outcome;
      if (outcome !== "done") return undefined;
      return intent === "been"
        ? {
            text: "Moved to where you have been.",
            link: { href: paths.place(slug), text: "See the place" },
          }
        : {
            text: "Taken off your list.",
            link: { href: paths.placeLists(slug), text: "Put it back" },
          };
    }
  }
}

function readListName(text: string): ListName {
  const list = listNameSchema.safeParse(text);
  if (!list.success) throw data(null, { status: 404 });
  return list.data;
}

export default function OwnListPage({ loaderData: { siteName, list, own } }: Route.ComponentProps) {
  if (own) return <OwnListScreen siteName={siteName} list={list} {...own} />;
  return (
    <MembersOnly
      title={listTitle(list)}
      siteName={siteName}
      returnTo={paths.list(list)}
      post={{ href: paths.newPlace, text: "Recommend a place" }}
    >
      People who have posted can keep lists of where they want to eat and where they have been. A
      handle comes with the first thing you post.
    </MembersOnly>
  );
}
