import { paths } from "#app/paths.ts";
import { ChoiceLinks } from "#app/ui/choice-links.tsx";
import { OneClick } from "#app/ui/one-click.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { PlaceRow } from "#app/ui/place-row.tsx";
import { Score } from "#app/ui/stars.tsx";
import { Specimens } from "./specimens.tsx";

const PLACE = {
  slug: "git-hummus",
  name: "Git Hummus",
  street: "9 Semaphore Row",
  cuisines: ["Falafel", "Vegan"],
  isClosed: false,
  reviewCount: 7,
  ratingSum: 30,
  metres: 480,
  isLocated: true,
};
const RIGHT_TO_LEFT = { ...PLACE, slug: "ful", name: "فول ستاك", isClosed: true, metres: null };

export function Lists() {
  return (
    <>
      <Specimens title="Scores">
        <Score ratingSum={30} reviewCount={7} large />
        {[0, 1, 2, 3, 4, 5].map((rating) => (
          <Score key={rating} ratingSum={rating} reviewCount={Math.min(rating, 1)} />
        ))}
      </Specimens>
      <Specimens title="Rows">
        <ul className="rows">
          <PlaceRow
            place={PLACE}
            buttons={
              <OneClick action="/components" fields={{}}>
                Want to try
              </OneClick>
            }
          />
          <PlaceRow place={RIGHT_TO_LEFT}>
            <p>Something between the name and the score.</p>
          </PlaceRow>
        </ul>
      </Specimens>
      <Specimens title="Links to parts of a list">
        <ChoiceLinks
          label="Sort the reviews"
          choices={[
            { words: "Newest first", href: paths.places(), isOn: true },
            { words: "Best first", href: paths.places(), isOn: false },
          ]}
        />
        <Pagination page={1} pages={2} hrefOf={() => paths.places()} label="The first of two" />
        <Pagination
          page={8}
          pages={20}
          hrefOf={() => paths.places()}
          label="The eighth of twenty"
        />
      </Specimens>
    </>
  );
}
