import { data, redirect } from "react-router";
import {
  countEntries,
  ENTRIES_PER_PAGE,
  findProfile,
  listMemberReviews,
  listRecommendedPlaces,
} from "#app/domain/members/profile.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages, pageOf } from "#app/domain/text/counting.ts";
import { memberSlug, paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TwinLinks } from "#app/ui/twin-links.tsx";
import type { Route } from "./+types/route";
import { MemberReview } from "./member-review.tsx";
import { presentMember, presentRecommended, presentReview } from "./present-profile.ts";
import { RecommendedPlaces } from "./recommended-places.tsx";

export async function loader({ params, url }: Route.LoaderArgs) {
  const member = await findProfile(params.handle);
  if (!member) throw data(NO_MEMBER, { status: 404 });
  const href = paths.member(member.handle);
  if (params.handle !== memberSlug(member.handle)) throw redirect(href + url.search, 301);
  const counts = await countEntries(member.id);
  const page = parsePage(url.searchParams);
  const pages = countPages(Math.max(counts.places, counts.reviews), ENTRIES_PER_PAGE);
  if (page > pages) throw redirect(href);
  const [places, reviews] = await Promise.all([
    listRecommendedPlaces(member.id, page),
    listMemberReviews(member.id, page),
  ]);
  return {
    siteName: describeSite().name,
    counts,
    page,
    pages,
    member: presentMember(member),
    places: places.map(presentRecommended),
    reviews: reviews.map(presentReview),
  };
}

const NO_MEMBER = {
  title: "There is nobody of that handle here",
  text: "They may have left, their first post may still wait for a moderator, or the address has a slip in it.",
};

export default function Member({ loaderData }: Route.ComponentProps) {
  const { siteName, member, counts, page, pages, places, reviews } = loaderData;
  const whichPage = pageOf(page, pages);
  const { handle, cohort, since } = member;
  return (
    <article className="profile">
      <title>{`${handle}${whichPage} · ${siteName}`}</title>
      <LinkPreview
        title={handle}
        description={`What ${handle} recommends around campus.`}
        path={paths.member(handle)}
        canonicalPath={paths.member(handle, page)}
      />
      <header className="prose">
        <h1>
          <bdi>{handle}</bdi>
        </h1>
        <p className="soft">
          Here since {since}
          {cohort && (
            <>
              {" · "}
              <bdi>{cohort}</bdi>
            </>
          )}{" "}
          · {countOf(counts.reviews, "review")} · {countOf(counts.places, "place")} recommended
          first
        </p>
      </header>
      {places.length > 0 && <RecommendedPlaces places={places} whichPage={whichPage} />}
      <section className="reviews" aria-labelledby="reviews">
        <h2 id="reviews">
          {counts.reviews === 0 ? "No reviews at the moment" : countOf(counts.reviews, "review")}
          {whichPage && <span className="soft">{whichPage}</span>}
        </h2>
        {reviews.map((review) => (
          <MemberReview key={review.id} review={review} />
        ))}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(number) => paths.member(handle, number)}
          label={`Pages of what ${handle} posted`}
        />
        <TwinLinks page="/members/:handle" path={paths.member(handle, page)} />
      </section>
    </article>
  );
}
