import { data, Link } from "react-router";
import { z } from "zod";
import { ruleSchema } from "#app/domain/moderation/decisions.ts";
import { RULES_FOR_REVIEWS, ruleWords } from "#app/domain/moderation/rules.ts";
import { decideAboutVersion, describeVersion } from "#app/domain/places/hide-version.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { ChoiceGroup, RuleChoice } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import {
  LOG_LINK,
  postModeratorsForm,
  requireModerator,
} from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { idIn } from "#app/http/address.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const NO_RULE = "Choose which rule it breaks";

function versionForm() {
  return z
    .object({
      decision: z.enum(["hide", "show"], "Choose what to do"),
      rule: ruleSchema.optional(),
      ...tokenField,
    })
    .refine(({ decision, rule }) => decision === "show" || rule !== undefined, {
      path: ["rule"],
      error: NO_RULE,
    });
}

export async function loader({ params, context }: Route.LoaderArgs) {
  await requireModerator(context);
  const version = await describeVersion(params.slug, idIn(params.revision));
  if (!version) throw data(null, { status: 404 });
  const { name, by, createdAt, hiddenRule, isSaidNow, differences } = version;
  return {
    ...(await openForm(context)),
    name,
    slug: params.slug,
    on: formatDay(dayInLondon(createdAt)),
    by: by ?? "a former member",
    hidden: hiddenRule === null ? undefined : ruleWords(hiddenRule),
    isSaidNow,
    differences,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const version = { slug: params.slug, revisionId: idIn(params.revision) };
  return postModeratorsForm({
    request,
    context,
    schema: versionForm,
    async post({ decision, rule }, moderatorId, secret) {
      if (decision === "show") {
        return decideAboutVersion(version, { decision }, moderatorId, secret);
      }
      return rule === undefined
        ? { status: 400, fieldErrors: { rule: [NO_RULE] } }
        : decideAboutVersion(version, { decision, rule }, moderatorId, secret);
    },
    answer: (_posted, { decision }) => ({
      to: paths.placeHistory(params.slug),
      flash: {
        text: decision === "hide" ? "The version is hidden." : "The version is shown again.",
        link: LOG_LINK,
      },
    }),
  });
}

export default function ModerateVersion(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: versionForm });
  const { siteName, fields, name, slug, on, by, hidden, isSaidNow, differences, problems } = form;
  const title = `Moderate a version of ${name}`;
  const heading = (
    <>
      <bdi>{name}</bdi> as of {on}
    </>
  );
  if (isSaidNow && !hidden && problems.length === 0) {
    return (
      <div className="prose">
        <title>{`${title} · ${siteName}`}</title>
        <h1>{heading}</h1>
        <p>
          Written by <bdi>{by}</bdi>. This is what the place says now, so it cannot be hidden by
          itself: correct the place first, and then hide this version.
        </p>
        <div className="actions">
          <Link className="button" to={paths.placeEdit(slug)}>
            <span>
              Correct <bdi>{name}</bdi>
            </span>
          </Link>{" "}
          <Link to={paths.moderatePlace(slug)}>Hide the place</Link>{" "}
          <Link to={paths.placeHistory(slug)}>See all changes</Link>
        </div>
      </div>
    );
  }
  return (
    <FormScreen
      form={form}
      title={title}
      heading={heading}
      lead={
        <>
          Written by <bdi>{by}</bdi>. {hidden ? `It is hidden: ${hidden}.` : "It is shown."}
        </>
      }
      submit="Decide"
      pending="Deciding …"
      wayOut={<Link to={paths.placeHistory(slug)}>See all changes</Link>}
    >
      <section className="moderated" aria-label="What it says, where that is not what is said now">
        {differences.length === 0 && <p className="soft">It says what the place says now.</p>}
        {differences.map(({ label, after }) => (
          <p key={label}>
            {label}: <bdi>{after}</bdi>
          </p>
        ))}
      </section>
      <ChoiceGroup
        field={fields.decision}
        type="radio"
        legend="What do you decide?"
        hint="It is written into the public log, without what was said. Who wrote it and when stay in the history."
        choices={[
          hidden
            ? { value: "show", label: "Show it again" }
            : { value: "hide", label: "Hide what it says" },
        ]}
      />
      {!hidden && (
        <RuleChoice
          field={fields.rule}
          legend="Which rule does it break?"
          rules={RULES_FOR_REVIEWS}
        />
      )}
    </FormScreen>
  );
}
