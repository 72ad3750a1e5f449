import { z } from "zod";
import {
  everyDayContent,
  everyDayFields,
  findEveryDayProblem,
} from "#app/domain/hours/every-day.ts";
import { dietsAndFeaturesFields } from "#app/domain/places/diets-and-features-fields.ts";
import { mainlySchema } from "#app/domain/places/mainly.ts";
import { placeFields, withCountedCuisines } from "#app/domain/places/place-fields.ts";
import { reviewFields } from "#app/domain/reviews/review-fields.ts";
import { approximateWalkSchema } from "#app/domain/walk/approximate-walk.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { positionSchema } from "#app/domain/walk/position-schema.ts";
import { authorFields } from "#app/forms/form-schema.ts";

const { name, street, postcode, website, ...kind } = placeFields;
const { rating, body, ...visit } = reviewFields;

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
        ...everyDayFields,
        ...visit,
        website,
        ...authorFields({ needsHandle }),
      }),
    ).superRefine(
      (form, context) => {
        const found = findEveryDayProblem(form);
        if (found) {
          context.addIssue({ code: "custom", path: [found.field], message: found.problem });
        }
      },
      // Said with what else is wrong, and not only when the rest is right.
      { when: ({ issues }) => !issues.some(({ path }) => String(path?.[0]) in everyDayFields) },
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
    hours: everyDayContent(form),
  };
}
