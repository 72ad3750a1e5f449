import { Link } from "react-router";
import { LISTS } from "#app/domain/lists/list-name.ts";
import { ChoiceGroup } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { listForm } from "./form.ts";

type Props = Pick<Route.ComponentProps, "loaderData" | "actionData">;

export function KeepOnList(props: Props) {
  const form = useSiteForm({ ...props, schema: listForm });
  const { name, slug } = form.place;
  return (
    <FormScreen
      form={form}
      title={`Keep ${name} on a list`}
      heading={
        <>
          Keep <bdi>{name}</bdi> on a list
        </>
      }
      lead="Only you see your lists; of places to try everybody sees how many want to. Once this browser knows you, it is one press on the place’s page."
      submit="Keep it"
      pending="Keeping it …"
      wayOut={<Link to={paths.place(slug)}>Back to {name}</Link>}
    >
      <ChoiceGroup
        field={form.fields.list}
        type="radio"
        legend="Which list?"
        choices={LISTS.map(({ list, button }) => ({ value: list, label: button }))}
      />
    </FormScreen>
  );
}
