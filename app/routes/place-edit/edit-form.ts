import { z } from "zod";
import type { PlaceChange } from "#app/domain/places/change-place.server.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { placeFields, withCountedCuisines } from "#app/domain/places/place-fields.ts";
import { pastDaySchema } from "#app/domain/text/past-day.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { positionSchema } from "#app/domain/walk/position-schema.ts";
import { postingFields, versionField } from "#app/forms/posting-fields.ts";

/** What the form for a place's name, address and the like has to hold. @param campus what a place must not be far from */
export function editForm({ needsHandle, campus }: { needsHandle: boolean; campus: Position }) {
  return withCountedCuisines(
    z.object({
      ...placeFields,
      position: positionSchema(campus),
      closedOn: pastDaySchema,
      ...postingFields({ needsHandle }),
      version: versionField,
    }),
  );
}

export type EditForm = ReturnType<typeof editForm>;

/** What a form that was accepted changes. */
export function editedPlace(value: z.output<EditForm>): PlaceChange {
  const { name, street, postcode, priceBand, website, cuisines, newCuisine, position, closedOn } =
    value;
  return {
    identity: { name, street, postcode, priceBand, website: website ?? null },
    cuisines: { cuisines, newCuisine },
    position: position ?? null,
    closedOn: closedOn ?? null,
  };
}

/** A place as somebody would type it into the form. */
export function typedPlace(place: PlaceFacts) {
  const { name, street, postcode, priceBand, website, latitude, longitude, closedOn } = place;
  return {
    ...{ name, street, postcode, newCuisine: "" },
    cuisines: place.cuisines.map(({ slug }) => slug),
    priceBand: String(priceBand),
    website: website ?? "",
    position:
      latitude === null || longitude === null
        ? ""
        : `${shortened(latitude)}, ${shortened(longitude)}`,
    closedOn: closedOn ?? "",
  };
}

/** Degrees to six decimals, which are 0.1 m. */
function shortened(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
