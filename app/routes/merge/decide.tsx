import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "react-router";
import type { z } from "zod";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { type MergeForm, mergeForm } from "./merge-form.ts";

type Page = { slug: string; name: string; address: string; facts: string };

type Props = {
  started: { siteName: string; author: string | undefined; token: string };
  place: Page;
  other: Page;
  stays: string;
  mayMerge: boolean;
  actionData: Route.ComponentProps["actionData"];
};

/** Asks which of two pages stays, and makes them one or suggests it. */
export function Decide({ started, place, other, stays, mayMerge, actionData }: Props) {
  const { siteName, author, token, result } = useLastResult(started, actionData);
  const schema = mergeForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<MergeForm>, z.output<MergeForm>>({
    id: "merge",
    lastResult: result,
    defaultValue: { stays },
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Merge ${place.name} and ${other.name} · ${siteName}`}
      heading="Are these one place?"
      lead={
        mayMerge
          ? "Everything that was said of either moves to the page that stays, and the other address leads there for good. This cannot be undone."
          : "If so, which page should stay? A moderator looks at both before they become one. Nothing that was said is lost."
      }
      token={token}
      problems={formProblems(
        [fields.stays, fields.handle, fields.recoveryCode, fields.joinCode, fields.homepage],
        form.errors,
      )}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel={mayMerge ? "Merge the two pages" : "Suggest it to the moderators"}
      pendingLabel={mayMerge ? "Merging …" : "Posting …"}
      wayOut={<Link to={paths.placeMerge(place.slug)}>Choose another page</Link>}
    >
      <input type="hidden" name="intent" value={mayMerge ? "merge" : "suggest"} />
      <ChoiceGroup
        field={fields.stays}
        type="radio"
        legend="Which page stays?"
        hint="Usually the one with more reviews. Its name and address are what everybody sees."
        choices={[place, other].map(({ slug, name, address, facts }) => ({
          value: slug,
          label: (
            <span className="page-choice">
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span>
                <bdi>{address}</bdi>
              </span>
              <span className="soft">{facts}</span>
            </span>
          ),
        }))}
      />
      <p>
        Not sure? Look at{" "}
        <Link to={paths.place(place.slug)}>
          <bdi>{place.name}</bdi>
        </Link>{" "}
        and{" "}
        <Link to={paths.place(other.slug)}>
          <bdi>{other.name}</bdi>
        </Link>{" "}
        again.
      </p>
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
