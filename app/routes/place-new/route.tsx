import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { findUnknownCuisines, listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import type { Namesake } from "#app/domain/places/namesakes.server.ts";
import { reviewFormHref } from "#app/domain/places/place-href.ts";
import { recommendPlace } from "#app/domain/places/recommend-place.server.ts";
import type { PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { reviewAnchor } from "#app/domain/reviews/review-anchor.ts";
import { reviewContent } from "#app/domain/reviews/review-fields.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { PlaceFieldset } from "#app/forms/place-fieldset.tsx";
import { type FormProblem, postForm } from "#app/forms/post-form.server.ts";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useReply } from "#app/forms/use-reply.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import type { Route } from "./+types/route";
import { placeForm } from "./place-form.ts";
import { SameNameNotice } from "./same-name-notice.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  return {
    siteName: describeSite().name,
    cuisines: await listCuisines(),
    author: member?.handle,
    token: newFormToken(),
    today: dayInLondon(new Date()),
  };
}

export function action({ request, context }: Route.ActionArgs) {
  return postForm({
    request,
    context,
    schemaFor: placeForm,
    async post(value, author, formSecret): Promise<PostOutcome | FormProblem> {
      const unknown = await findUnknownCuisines(value.cuisines);
      if (unknown.length > 0) {
        return { status: 400, fieldErrors: { cuisines: ["Choose cuisines from the list, or add one below it"] } };
      }
      const { name, street, postcode, priceBand, website, cuisines, newCuisine } = value;
      const place = { name, street, postcode, priceBand, website, cuisines, newCuisine };
      const isDifferent = value.differentPlace === "yes";
      const outcome = await recommendPlace(place, reviewContent(value), author, { formSecret, isDifferent });
      if (outcome.kind !== "namesakes") return outcome;
      return { status: 409, fieldErrors: { differentPlace: [SAME_PLACE] }, alternatives: linksTo(outcome.namesakes) };
    },
    flash: (answer, author) => ({
      text: "Your recommendation is posted. Thank you.",
      link: { href: `${answer}#${reviewAnchor(author)}`, text: "See your review" },
      next: { href: `${answer}/hours`, text: "Add its hours" },
    }),
  });
}

const SAME_PLACE = "A place of this name is already listed there. Review that one, or say that yours is another";

function linksTo(namesakes: Namesake[]) {
  return namesakes.map(({ slug, name, street, postcode }) => ({
    href: reviewFormHref(slug),
    text: `${name}, ${street}, ${postcode}`,
  }));
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function PlaceNew({ loaderData, actionData }: Route.ComponentProps) {
  const reply = useReply(loaderData, actionData);
  const { siteName, cuisines, today, author, token, result, alternatives = [] } = reply;
  const schema = placeForm({ needsHandle: author === undefined });
  const [form, fields] = useForm({
    id: "place",
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const { cuisines: chosen, newCuisine: named } = fields;
  // On a site without cuisines there is none to choose: naming the first one is the answer.
  const firstCuisine = { id: named.id, name: named.name, errors: named.errors ?? chosen.errors };
  const newCuisine = cuisines.length > 0 ? named : { ...firstCuisine, initialValue: named.initialValue };
  const serves = cuisines.length > 0 ? [chosen, named] : [newCuisine];
  const inOrder = [
    ...(alternatives.length > 0 ? [fields.differentPlace] : []),
    ...[fields.name, fields.street, fields.postcode, ...serves, fields.priceBand],
    ...[fields.website, fields.rating, fields.body, fields.dish, fields.price, fields.visitedOn],
    ...[fields.handle, fields.joinCode, fields.homepage],
  ];
  return (
    <FormScreen
      title={`Recommend a place · ${siteName}`}
      heading="Recommend a place"
      lead="Where it is, what it is, and what you thought of it. What is optional says so."
      token={token}
      problems={formProblems(inOrder, form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Post recommendation"
      pendingLabel="Posting …"
    >
      <SameNameNotice field={fields.differentPlace} alternatives={alternatives} />
      <PlaceFieldset fields={fields} newCuisine={newCuisine} cuisines={cuisines} />
      <div className="form-group">
        <h2>What you thought of it</h2>
        <ReviewFieldset fields={fields} today={today} />
      </div>
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
