import type { RouterContextProvider } from "react-router";
import { readNotices } from "#app/domain/moderation/own-notices.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { visitorContext } from "./request-context.server.ts";

/** Only for pages of the visitor's own: public ones are the same for everybody. */
export async function readOwnNotices(context: Readonly<RouterContextProvider>) {
  const member = await context.get(visitorContext).member();
  if (!member) return undefined;
  const { stop, queueLength } = await readNotices(member.id);
  return { queueLength, stop: stop && { words: stop.words, rule: ruleWords(stop.rule) } };
}
