import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "react-router";
import type { z } from "zod";
import {
  BANK_HOLIDAY_CHOICES,
  DAY_FIELDS,
  hoursContent,
  typedHours,
} from "#app/domain/hours/hours-fields.ts";
import { dayName } from "#app/domain/hours/week.ts";
import { versionOf } from "#app/domain/places/change-place.server.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChangedMeanwhile } from "#app/forms/changed-meanwhile.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postCorrection } from "#app/forms/post-correction.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { missingPlace } from "#app/http/missing-place.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { HoursFieldset } from "./hours-fieldset.tsx";
import { type HoursForm, hoursForm } from "./hours-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  return {
    siteName: describeSite().name,
    place: { name: place.name, href: paths.place(place.slug) },
    opened: { ...typedHours(place.hours), version: versionOf(place) },
    author: member?.handle,
    token: newFormToken(),
  };
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postCorrection({
    ...{ request, context, slug: params.slug },
    schemaFor: hoursForm,
    changeOf: (value: z.output<HoursForm>) => ({ hours: hoursContent(value) }),
    typedOf: ({ hours }) => typedHours(hours),
    saved: "The hours are saved. Thank you.",
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

const COMPARED = [
  { name: "weekdays", label: "Monday to Friday" },
  ...DAY_FIELDS.map((name, index) => ({ name, label: dayName(index + 1) })),
  { name: "bankHolidays", label: "On bank holidays", wordsOf: bankHolidayWords },
  { name: "ownHours", label: "Hours on bank holidays" },
];

function bankHolidayWords(value: string): string {
  return BANK_HOLIDAY_CHOICES.find((choice) => choice.value === value)?.words ?? value;
}

export default function PlaceHours({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, opened, author, token, result, changed } = useLastResult(
    loaderData,
    actionData,
  );
  const schema = hoursForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<HoursForm>, z.output<HoursForm>>({
    id: "hours",
    lastResult: result,
    defaultValue: opened,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const { weekdays, monday, tuesday, wednesday, thursday, friday, saturday, sunday } = fields;
  const week = [weekdays, monday, tuesday, wednesday, thursday, friday, saturday, sunday];
  return (
    <FormScreen
      title={`Hours of ${place.name} · ${siteName}`}
      heading={
        <>
          When is <bdi>{place.name}</bdi> open?
        </>
      }
      lead="Write the hours as people say them. Saving confirms them as of today; leave everything empty if nobody knows."
      token={token}
      problems={formProblems(
        [
          ...week,
          fields.bankHolidays,
          fields.ownHours,
          fields.handle,
          fields.recoveryCode,
          fields.recoveryCode,
          fields.joinCode,
          fields.homepage,
        ],
        form.errors,
      )}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Save the hours"
      pendingLabel="Saving …"
      wayOut={<Link to={place.href}>Back to {place.name}</Link>}
    >
      <input
        type="hidden"
        name="version"
        value={changed?.version ?? fields.version.initialValue ?? ""}
      />
      <ChangedMeanwhile now={changed?.values} typed={result?.initialValue} fields={COMPARED} />
      <HoursFieldset fields={fields} />
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
