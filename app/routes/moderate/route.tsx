import { data, Link } from "react-router";
import { z } from "zod";
import {
  type DecisionMade,
  decideAboutPlace,
  decideAboutReview,
} from "#app/domain/moderation/decide.server.ts";
import {
  DECISIONS,
  decisionFields,
  reviewRuleSchema,
  ruleSchema,
} from "#app/domain/moderation/decisions.ts";
import { RULES, RULES_FOR_REVIEWS, type Rule, ruleWords } from "#app/domain/moderation/rules.ts";
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
import { itemIn } from "#app/http/address.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { loadItem, type ModeratedItem } from "./load.server.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const NO_RULE = "Choose which rule it breaks";

function placeDecisionForm() {
  const fields = { ...decisionFields, rule: ruleSchema.optional(), ...tokenField };
  return z.object(fields).refine(namesRule, WITHOUT_RULE);
}

function reviewDecisionForm() {
  const fields = { ...decisionFields, rule: reviewRuleSchema.optional(), ...tokenField };
  return z.object(fields).refine(namesRule, WITHOUT_RULE);
}

type Decided = { decision: DecisionMade["decision"]; rule?: Rule | undefined };

const WITHOUT_RULE = { path: ["rule"], error: NO_RULE };

function namesRule({ decision, rule }: Decided): boolean {
  return decision !== "hide" || rule !== undefined;
}

function decisionIn({ decision, rule }: Decided): DecisionMade | undefined {
  if (decision !== "hide") return { decision };
  return rule && { decision, rule };
}

function sayDecision(what: "place" | "review", { decision, rule }: Decided): string {
  switch (decision) {
    case "hide":
      return `The ${what} is hidden: ${ruleWords(rule ?? null)}.`;
    case "approve":
      return `The ${what} is shown: its author’s first post is let through.`;
    case "restore":
      return `The ${what} is shown again, and its flags are settled.`;
    case "dismiss":
      return `The ${what} stays as it is, and its flags are settled.`;
    case "lock":
      return "The place is locked: it takes no reviews, corrections or sightings.";
    case "unlock":
      return "The place is unlocked: it takes posts again.";
  }
}

export async function loader({ params, context }: Route.LoaderArgs) {
  await requireModerator(context);
  const item = await loadItem(itemIn(params));
  if (!item) throw data(null, { status: 404 });
  return { ...(await openForm(context)), item };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const item = itemIn(params);
  return postModeratorsForm({
    request,
    context,
    schema: isPlace(params) ? placeDecisionForm : reviewDecisionForm,
    async post(value, moderatorId, secret) {
      const made = decisionIn(value);
      if (!made) return { status: 400, fieldErrors: { rule: [NO_RULE] } };
      return "slug" in item
        ? decideAboutPlace(item.slug, made, moderatorId, secret)
        : decideAboutReview(item.id, made, moderatorId, secret);
    },
    answer: (_posted, value) => ({
      to: paths.moderationQueue,
      flash: {
        text: sayDecision(isPlace(params) ? "place" : "review", value),
        link: LOG_LINK,
      },
    }),
  });
}

const isPlace = ({ slug }: { slug?: string }) => slug !== undefined;

export default function Moderate(props: Route.ComponentProps) {
  const ofPlace = isPlace(props.params);
  const form = useSiteForm({
    ...props,
    schema: ofPlace ? placeDecisionForm : reviewDecisionForm,
  });
  const { fields, item } = form;
  const decisions = DECISIONS.filter(({ decision }) => item.decisions.includes(decision));
  return (
    <FormScreen
      form={form}
      title={`Moderate: ${item.title}`}
      heading={<bdi>{item.title}</bdi>}
      lead={item.state}
      submit="Decide"
      pending="Deciding …"
      wayOut={<Link to={paths.moderationQueue}>Back to the queue</Link>}
    >
      <Item item={item} />
      <ChoiceGroup
        field={fields.decision}
        type="radio"
        legend="What do you decide?"
        hint="It is written into the public log, without anybody’s handle."
        choices={decisions.map(({ decision, words }) => ({ value: decision, label: words }))}
      />
      {item.decisions.includes("hide") && (
        <RuleChoice
          field={fields.rule}
          legend="If you hide it: which rule does it break?"
          hint="The rule stands where it was."
          rules={ofPlace ? RULES : RULES_FOR_REVIEWS}
        />
      )}
    </FormScreen>
  );
}

function Item({ item }: { item: ModeratedItem }) {
  const { href, more, facts, texts, author, flags } = item;
  return (
    <section className="moderated" aria-label="What it is about">
      {facts.map((fact) => (
        <p className="soft" key={fact}>
          <bdi>{fact}</bdi>
        </p>
      ))}
      {texts.map((text) => (
        <blockquote className="review-body" dir="auto" key={text}>
          {text}
        </blockquote>
      ))}
      {href && (
        <p>
          <Link to={href}>See its page</Link>
        </p>
      )}
      {more && (
        <p>
          <Link to={more.href}>{more.text}</Link>
        </p>
      )}
      {author && (
        <p>
          <Link to={author.href}>
            What <bdi>{author.handle}</bdi> did
          </Link>
          , who posted it
        </p>
      )}
      {flags.length > 0 && (
        <>
          <h2>Flags</h2>
          <ul>
            {flags.map(({ rule, note, on, by }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: these flags have no id
              <li key={index}>
                {on}
                {by && (
                  <>
                    , <bdi>{by.handle}</bdi> (
                    <Link to={by.href}>
                      what <bdi>{by.handle}</bdi> did
                    </Link>
                    )
                  </>
                )}
                : {rule}
                {note && (
                  <>
                    . <q dir="auto">{note}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
