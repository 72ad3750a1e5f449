import { Link } from "react-router";
import { PRIOR_WEIGHT, shrunkScore } from "#app/domain/reviews/rating.ts";
import { campusPosition, describeSite } from "#app/domain/site/site.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import type { Route } from "./+types/route";

export function loader() {
  return { site: describeSite(), campus: campusPosition() };
}

const EXAMPLE_MEAN = 3.9;

export default function About({ loaderData }: Route.ComponentProps) {
  const { site, campus } = loaderData;
  const example = (ratingSum: number, count: number) =>
    shrunkScore(ratingSum, count, EXAMPLE_MEAN)?.toFixed(2);
  return (
    <article className="prose">
      <title>{`About · ${site.name}`}</title>
      <LinkPreview
        title={`About ${site.name}`}
        description={`Where the people around ${site.campus} tell each other where to eat and drink coffee.`}
        path={paths.about}
      />
      <h1>What this is</h1>
      <p>
        {site.name} is where the people around {site.campus} tell each other where to eat and drink
        coffee. Anyone may read. Members of the community may post: a rating and a sentence, in half
        a minute, under a handle and without an e-mail address.
        {site.asksJoinCode &&
          " The first post asks for a joining code, which somebody who posts here can tell you: the rest of the world reads."}
      </p>

      <h2>How to use it</h2>
      <ol>
        <li>
          Open <Link to={paths.places()}>the list</Link>. Press “Lunch now”, or choose under
          “Filter”; the address of the page holds your choice, so you can send it to the person you
          are having lunch with.
        </li>
        <li>Open a place to see what people gave it, what they ordered and what they paid.</li>
        <li>Go there. Eat.</li>
        <li>
          Write a review, or{" "}
          <Link rel="nofollow" to={paths.newPlace}>
            recommend a place
          </Link>{" "}
          that is missing. Your first post asks for a handle; after that this browser is known, for
          400 days from the last form you open.
        </li>
        <li>Changed your mind? Review the place again: the new review replaces the old one.</li>
      </ol>

      <h2 id="ranking">How the order is worked out</h2>
      <p>
        Unless you ask otherwise the list goes: what is open now, what has unknown hours, what is
        shut. It says “open now first” then. “Open and shut mixed” under the order undoes it, and a
        search or hours that you choose go without it.
      </p>
      <p>
        “Best first” sorts by a score, not by the bare mean, since one happy person should not beat
        twenty. Every place starts with {PRIOR_WEIGHT} ratings of the site’s mean, rounded to one
        decimal, and its own ratings are added to them:
      </p>
      <p>
        <strong>
          score = ({PRIOR_WEIGHT} × site’s mean + sum of ratings) ÷ ({PRIOR_WEIGHT} + number of
          ratings)
        </strong>
      </p>
      <p>
        With a site’s mean of {EXAMPLE_MEAN}, one rating of 5 makes a score of {example(5, 1)}, and
        twenty ratings that add up to 94, a mean of 4.7, make {example(94, 20)}. Places without
        ratings come last, equal scores in the order they were added. “Why is this number 1?”,
        behind the three dots of each place, shows its own sum.
      </p>

      <h2>Who looks after it</h2>
      <p>
        People from the community do, by a few <Link to={paths.rules}>rules</Link>, and in the open:{" "}
        <Link to={paths.moderation}>rules and moderation</Link> says what was done.
      </p>

      <h2>What is kept about you</h2>
      <p>
        Your handle and what you post. A cookie is set when you post, to know you next time; nothing
        is loaded from other sites, and nobody is counted or followed. The handle of somebody who
        left stays taken for a year, by a hash. Whoever finds something private about themselves
        here can <Link to={paths.rules}>have it erased</Link>.
      </p>

      <h2>Where it is</h2>
      <p>
        The campus is {site.campus}, at {campus.latitude}, {campus.longitude}.
      </p>

      <h2 id="sources">Where the facts come from</h2>
      <p>
        Where postcodes are is open data of the Office for National Statistics, under the{" "}
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
          Open Government Licence
        </a>
        . Contains OS data © Crown copyright and database right 2025; contains Royal Mail data ©
        Royal Mail copyright and database right 2025.
      </p>
      <p>
        Some places may come from the Food Standards Agency’s register of food businesses, under the
        same licence. Those that nobody has recommended yet say so.
      </p>
      <p>
        Some places, and some of their hours, diets and facts, may come from OpenStreetMap: ©{" "}
        <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a>, under the{" "}
        <a href="https://opendatacommons.org/licenses/odbl/1-0/">Open Database Licence</a> (ODbL).
        Pages of places say so.
      </p>
      <p>Below the map it says whose data its streets are.</p>
    </article>
  );
}
