import type { describeLeaving } from "#app/domain/members/leave.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

type Props = { leaving: NonNullable<Awaited<ReturnType<typeof describeLeaving>>> };

export function WhatHappens({ leaving: { places, reviews, isOnlyModerator } }: Props) {
  return (
    <section className="leaving" aria-labelledby="what-happens">
      {isOnlyModerator && (
        <div className="notice">
          <p>
            You are the only moderator. When you have left, nobody can decide about what waits or is
            flagged until the people who run the site make somebody else one.
          </p>
        </div>
      )}
      <h2 id="what-happens">What happens when you leave</h2>
      <ul>
        <li>
          Deleted: your handle and those you had before, the ways you sign in on every browser, your
          lists and their links, your flags and helpful votes, earlier versions of your reviews, and
          reviews that are not shown.
        </li>
        <li>
          {places === 0
            ? "A place that somebody recommended stays: it is the community’s."
            : `Staying: ${places === 1 ? "the place" : `the ${countOf(places, "place")}`} that you recommended, without your name, as the community’s. So do corrections you made to places.`}
        </li>
        <li>
          {reviews === 0
            ? "You have no reviews that are shown."
            : `Up to you: ${reviews === 1 ? "your review" : `your ${countOf(reviews, "review")}`}.`}
        </li>
        <li>Nobody else can take your handle for a year. Only a hash of it is kept for that.</li>
      </ul>
      <p>
        First,{" "}
        <a href={paths.accountDownload} download>
          download your data
        </a>
        : afterwards nobody can give it to you.
      </p>
    </section>
  );
}
