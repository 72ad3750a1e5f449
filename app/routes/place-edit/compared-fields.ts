import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { PRICE_BANDS } from "#app/domain/places/price-band.ts";

/** The fields of which both versions are shown when somebody else changed the place meanwhile. */
export function comparedFields(cuisines: Cuisine[]) {
  return [
    { name: "name", label: "Name of the place" },
    { name: "street", label: "Street and number" },
    { name: "postcode", label: "Postcode" },
    {
      name: "cuisines",
      label: "Serves",
      wordsOf: (slug: string) => cuisines.find((cuisine) => cuisine.slug === slug)?.name ?? slug,
    },
    { name: "newCuisine", label: "Something that is not in the list" },
    {
      name: "priceBand",
      label: "One person usually pays",
      wordsOf: (value: string) =>
        PRICE_BANDS.find(({ band }) => String(band) === value)?.words ?? value,
    },
    { name: "website", label: "Website" },
    { name: "position", label: "Where exactly" },
    { name: "closedOn", label: "Closed for good since" },
  ];
}
