import { z } from "zod";
import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { MAINLY, mainlySchema } from "#app/domain/places/mainly.ts";
import type { PlaceChange } from "#app/domain/places/place-change.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import {
  placeFields,
  priceBandOrUnknownSchema,
  UNKNOWN_PRICE_BAND,
  withFewCuisines,
} from "#app/domain/places/place-fields.ts";
import { PRICE_BANDS } from "#app/domain/places/price-band.ts";
import { formatDay } from "#app/domain/text/dates.ts";
import { pastDaySchema } from "#app/domain/text/fields.ts";
import { approximateWalkSchema } from "#app/domain/walk/approximate-walk.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { positionSchema } from "#app/domain/walk/position-schema.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";

/** @param campus the place must not be far from it */
export function editForm(campus: Position) {
  return function editFormNear({ needsHandle }: { needsHandle: boolean }) {
    return withFewCuisines(
      z.object({
        ...placeFields,
        priceBand: priceBandOrUnknownSchema,
        position: positionSchema(campus),
        approximateWalk: approximateWalkSchema,
        mainly: mainlySchema.optional(),
        closedOn: pastDaySchema,
        ...authorFields({ needsHandle }),
        version: versionField,
      }),
    );
  };
}

type EditedPlace = z.output<ReturnType<ReturnType<typeof editForm>>>;

export function editedPlace(value: EditedPlace): PlaceChange {
  const { name, street, postcode, priceBand, website, cuisines, newCuisine, position, closedOn } =
    value;
  return {
    identity: { name, street, postcode, priceBand, website: website ?? null },
    cuisines: { cuisines, newCuisine },
    position: position ?? null,
    approximateWalk: value.approximateWalk ?? null,
    mainly: value.mainly ?? null,
    closedOn: closedOn ?? null,
  };
}

export function typedPlace(place: PlaceFacts) {
  const { name, street, postcode, priceBand, website, latitude, longitude, closedOn } = place;
  return {
    name,
    street,
    postcode: postcode ?? "",
    newCuisine: "",
    cuisines: place.cuisines.map(({ slug }) => slug),
    priceBand: priceBand === null ? UNKNOWN_PRICE_BAND : String(priceBand),
    website: website ?? "",
    position:
      latitude === null || longitude === null
        ? ""
        : `${shortened(latitude)}, ${shortened(longitude)}`,
    mainly: place.mainly ?? "",
    approximateWalk: place.approximateWalk === null ? "" : String(place.approximateWalk),
    closedOn: closedOn === null ? "" : formatDay(closedOn),
  };
}

export function editLabels(cuisines: Cuisine[]) {
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
        PRICE_BANDS.find(({ band }) => String(band) === value)?.words ?? "not sure",
    },
    {
      name: "mainly",
      label: "People mainly have",
      wordsOf: (value: string) => MAINLY.find(({ kind }) => kind === value)?.words ?? value,
    },
    { name: "website", label: "Website" },
    { name: "position", label: "Where exactly" },
    { name: "approximateWalk", label: "About how far from campus" },
    { name: "closedOn", label: "Closed for good since" },
  ];
}

/** Six decimals of a degree are 0.1 m. */
function shortened(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
