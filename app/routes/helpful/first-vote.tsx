import { Link } from "react-router";
import { FormScreen } from "#app/forms/form-screen.tsx";
import type { FormReply } from "#app/forms/refusals.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { helpfulForm } from "./form.ts";

type Props = Pick<Route.ComponentProps, "loaderData"> & { actionData: FormReply | undefined };

/** For somebody who is not signed in yet. */
export function FirstVote(props: Props) {
  const form = useSiteForm({ ...props, schema: helpfulForm });
  const { place, by, sort } = form;
  return (
    <FormScreen
      form={form}
      title="Was this review helpful?"
      lead={
        <>
          The review of{" "}
          <Link to={paths.place(place.slug)}>
            <bdi>{place.name}</bdi>
          </Link>{" "}
          by <bdi>{by}</bdi>: everybody sees the count, nobody sees who. Once this browser knows
          you, it is one press on the place’s page.
        </>
      }
      submit="Helpful"
      pending="Saying so …"
      wayOut={<Link to={paths.place(place.slug)}>Back to {place.name}</Link>}
    >
      <input type="hidden" name="sort" value={sort} />
    </FormScreen>
  );
}
