import { z } from "zod";
import {
  everyDayField,
  findHoursProblem,
  hoursContent,
  hoursFields,
} from "#app/domain/hours/hours-fields.ts";
import { dietsAndFeaturesFields } from "#app/domain/places/diets-and-features-fields.ts";
import { mainlySchema } from "#app/domain/places/mainly.ts";
import { placeFields, withCountedCuisines } from "#app/domain/places/place-fields.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { approximateWalkSchema } from "#app/domain/walk/approximate-walk.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { positionSchema } from "#app/domain/walk/position-schema.ts";
import { authorFields } from "#app/forms/author-fields.ts";

const { name, street, postcode, website, ...kind } = placeFields;
const { rating, body, ...visit } = reviewFields;
const { weekdays, saturday, sunday } = hoursFields;
const weekFields = { everyDay: everyDayField, weekdays, saturday, sunday };

/** In the order in which they are asked. @param campus the place must not be far from it */
export function placeForm(campus: Position) {
  return function placeFormNear({ needsHandle }: { needsHandle: boolean }) {
    return withCountedCuisines(
      z.object({
        differentPlace: z.literal("yes").optional().catch(undefined),
        name,
        street,
        postcode,
        position: positionSchema(campus),
        approximateWalk: approximateWalkSchema,
        rating,
        body,
        ...kind,
        mainly: mainlySchema.optional(),
        vegan: dietsAndFeaturesFields.vegan,
        ...weekFields,
        ...visit,
        website,
        ...authorFields({ needsHandle }),
      }),
    ).superRefine(
      (form, context) => {
        const found = findHoursProblem({ ...form, bankHolidays: "unknown" });
        if (!found) return;
        const field = found.field in weekFields ? found.field : "everyDay";
        context.addIssue({ code: "custom", path: [field], message: found.problem });
      },
      // Said with what else is wrong, and not only when the rest is right.
      { when: ({ issues }) => !issues.some(({ path }) => String(path?.[0]) in weekFields) },
    );
  };
}

type PlaceForm = z.output<ReturnType<ReturnType<typeof placeForm>>>;

export function placeContent(form: PlaceForm) {
  return {
    name: form.name,
    street: form.street,
    postcode: form.postcode,
    position: form.position,
    approximateWalk: form.approximateWalk,
    priceBand: form.priceBand,
    website: form.website,
    cuisines: form.cuisines,
    newCuisine: form.newCuisine,
    mainly: form.mainly ?? null,
    diets: form.vegan === "unknown" ? {} : { vegan: form.vegan },
    hours: hoursContent({ ...form, bankHolidays: "unknown" }),
  };
}
