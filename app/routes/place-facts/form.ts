import { z } from "zod";
import { DIETS, FEATURES, PORTIONS } from "#app/domain/places/diets-and-features.ts";
import { dietsAndFeaturesFields } from "#app/domain/places/diets-and-features-fields.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";

export function factsForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    ...dietsAndFeaturesFields,
    ...authorFields({ needsHandle }),
    version: versionField,
  });
}

export const PORTION_CHOICES = [
  ...PORTIONS.map(({ portion, words }) => ({ value: portion, label: capitalised(words) })),
  { value: "unknown", label: "Not sure" },
];

export const PRESENCE_CHOICES = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not sure" },
];

export const FACTS_LABELS = [
  ...DIETS.map(({ diet, words }) => ({
    name: diet,
    label: capitalised(words),
    wordsOf: choiceWords,
  })),
  ...FEATURES.map(({ feature, words }) => ({
    name: feature,
    label: capitalised(words),
    wordsOf: choiceWords,
  })),
];

function choiceWords(value: string): string {
  const choices: { value: string; label: string }[] = [...PORTION_CHOICES, ...PRESENCE_CHOICES];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
