import type { CampusMoment } from "#app/domain/hours/opening-hours.ts";
import { FEATURES } from "#app/domain/places/diets-and-features.ts";
import { foldText } from "#app/domain/text/folding.ts";
import { paths } from "#app/paths.ts";
import type { OpenPlaceInFull, OpenReview } from "./shapes.ts";
import { structuredHours } from "./structured-hours.ts";

type Situation = {
  moment: CampusMoment;
  /** Such as "https://food.example.org". */
  origin: string;
};

/** A place as schema.org has it, with its reviews, and the way to its page. */
export function structuredPlace(
  place: OpenPlaceInFull,
  reviews: OpenReview[],
  { origin, moment }: Situation,
): object[] {
  const { url, name, street, postcode, position, rating, closedOn, website, features } = place;
  return [
    {
      "@type": typesOf(place.cuisines),
      "@id": url,
      url,
      name,
      address: {
        "@type": "PostalAddress",
        streetAddress: street,
        ...(postcode !== null && { postalCode: postcode }),
        addressCountry: "GB",
      },
      ...(position && { geo: { "@type": "GeoCoordinates", ...position } }),
      ...(website !== null && { sameAs: website }),
      ...(place.cuisines.length > 0 && { servesCuisine: place.cuisines }),
      ...structuredPrice(place),
      ...(features.cards === false && { paymentAccepted: "Cash" }),
      ...structuredFeatures(features),
      ...(closedOn === null ? structuredHours(place.hours, moment) : { dissolutionDate: closedOn }),
      ...(rating && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: rating.mean,
          ratingCount: rating.count,
        },
      }),
      ...(reviews.length > 0 && { review: reviews.map(structuredReview) }),
    },
    {
      "@type": "BreadcrumbList",
      itemListElement: [
        {
          "@type": "ListItem",
          position: 1,
          name: "All places",
          item: { "@type": "WebPage", "@id": origin + paths.places() },
        },
        { "@type": "ListItem", position: 2, name },
      ],
    },
  ];
}

/** Kinds of places by a word in a cuisine's name. */
const KINDS: [RegExp, string][] = [
  [/\b(coffee|cafe|tea|espresso)\b/, "CafeOrCoffeeShop"],
  [/\b(bakery|bakeries|bagels?|patisserie|pastries|cakes?|doughnuts?)\b/, "Bakery"],
  [/\b(ice cream|gelato)\b/, "IceCreamShop"],
  [/\b(pub|bar|beer|cocktails?|wine)\b/, "BarOrPub"],
  [
    /\b(deli|sandwich(es)?|burgers?|fish and chips|kebabs?|fried chicken|falafel|fast food|street food|takeaway)\b/,
    "FastFoodRestaurant",
  ],
];

/** All that it is; a restaurant where no cuisine names another kind of place. */
export function typesOf(cuisines: string[]): string | string[] {
  if (cuisines.length === 0) return "FoodEstablishment";
  const names = cuisines.map(foldText).join("; ");
  const types = KINDS.filter(([word]) => word.test(names)).map(([, type]) => type);
  return types.length > 1 ? types : (types[0] ?? "Restaurant");
}

function structuredPrice({ price }: OpenPlaceInFull) {
  return /unknown$/.test(price.words) ? {} : { priceRange: price.words };
}

function structuredFeatures(present: OpenPlaceInFull["features"]) {
  const said = FEATURES.flatMap(({ feature, words }) => {
    const value = present[feature];
    return value === undefined ? [] : [{ name: words, value }];
  });
  if (said.length === 0) return {};
  const amenityFeature = said.map((one) => ({ "@type": "LocationFeatureSpecification", ...one }));
  return { amenityFeature };
}

function structuredReview({ url, by, rating, body, createdAt }: OpenReview) {
  return {
    "@type": "Review",
    url,
    author: { "@type": "Person", name: by },
    datePublished: createdAt.slice(0, 10),
    reviewRating: { "@type": "Rating", ratingValue: rating },
    ...(body !== "" && { reviewBody: body }),
  };
}
