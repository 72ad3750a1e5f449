import { Link } from "react-router";
import { ChoiceGroup } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import type { OpenedForm } from "#app/forms/open-form.server.ts";
import type { FormReply } from "#app/forms/refusals.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import { mergeForm } from "./form.ts";

type Page = { slug: string; name: string; address: string; facts: string };

type Props = {
  opened: OpenedForm;
  step: { place: Page; other: Page; stays: string; mayMerge: boolean };
  actionData: FormReply | undefined;
};

export function Decide({ opened, step, actionData }: Props) {
  const { place, other, stays, mayMerge } = step;
  const form = useSiteForm({
    loaderData: { ...opened, opened: { stays } },
    actionData,
    schema: mergeForm,
  });
  return (
    <FormScreen
      form={form}
      title={`Merge ${place.name} and ${other.name}`}
      heading="Are these one place?"
      lead={
        mayMerge
          ? "Everything that was said of either moves to the page that stays, and the other address leads there. A moderator can part them again for 30 days."
          : "If so, which page should stay? A moderator looks at both before they become one. Nothing that was said is lost."
      }
      submit={mayMerge ? "Merge the two pages" : "Suggest it to the moderators"}
      pending={mayMerge ? "Merging …" : "Posting …"}
      wayOut={<Link to={paths.placeMerge(place.slug)}>Choose another page</Link>}
    >
      <input type="hidden" name="intent" value={mayMerge ? "merge" : "suggest"} />
      <ChoiceGroup
        field={form.fields.stays}
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
    </FormScreen>
  );
}
