import { data, type RouterContextProvider } from "react-router";
import type { z } from "zod";
import type { MayNotPost } from "#app/domain/members/member-sql.server.ts";
import { isBusy, throwTroubleOfFile, troubleOf } from "#app/domain/posting/post-once.server.ts";
import { mayNotPost } from "#app/domain/posting/write-as-member.server.ts";
import { inWords } from "#app/domain/text/counting.ts";
import { countAction, type LimitedAction } from "#app/http/action-limits.server.ts";
import { reportTrouble } from "#app/http/log.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { stopWords } from "./refusals.ts";
import { pickFields } from "./sent-form.server.ts";

type Context = Readonly<RouterContextProvider>;
type Sent = { request: Request; context: Context };

/** Needs no token: the action is idempotent, and the pipeline refuses other sites. Throws a 400 or a 429. */
export async function readOneClickForm<Schema extends z.ZodObject>(
  { request, context }: Sent,
  schema: Schema,
  limit: LimitedAction,
): Promise<z.output<Schema>> {
  await takeTurn(limit, context);
  const form = await request.formData().catch(() => new FormData());
  const fields = Object.fromEntries(pickFields(form, Object.keys(schema.shape)));
  const button = schema.safeParse(fields);
  if (button.success) return button.data;
  throw data({ title: "That button is not known here", text: UNKNOWN }, { status: 400 });
}

/** Throws a 429. */
export async function takeTurn(limit: LimitedAction, context: Context): Promise<void> {
  const wait = await countAction(limit, context);
  if (wait === undefined) return;
  context.get(visitorContext).retryAfter(wait);
  const text = `Nothing was changed. Go back and press it again ${inWords(wait)}.`;
  throw data({ title: "That was pressed very often", text }, { status: 429 });
}

/** Throws a 403 for a member who may not post, and a 503 while another process locks the database, or nothing can be written. */
export async function carryOut<Outcome>(
  command: () => Promise<Outcome | MayNotPost>,
): Promise<Outcome> {
  try {
    throwTroubleOfFile();
    const outcome = await command();
    if (!mayNotPost(outcome)) return outcome;
    const link = { href: paths.account, text: "See your account" };
    throw data({ title: STOPPED, text: `${stopWords(outcome)}.`, link }, { status: 403 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const trouble = troubleOf(error);
    if (trouble) {
      reportTrouble(trouble);
      throw data({ title: "The site cannot keep that", text: CANNOT_KEEP }, { status: 503 });
    }
    if (!isBusy(error)) throw error;
    throw data({ title: "The site is very busy", text: BUSY }, { status: 503 });
  }
}

const STOPPED = "You may not post at the moment";
const UNKNOWN = "Nothing was changed. Go back and press it again.";
const CANNOT_KEEP =
  "Nothing new can be kept at the moment, and nothing was changed. Go back and press the button again in a few minutes.";
const BUSY = "Nothing was changed. Go back and press the button again in a moment.";
