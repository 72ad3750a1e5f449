import { checkHealth } from "#app/domain/site/health.server.ts";
import { explainTrouble, log, reportTrouble } from "#app/http/log.server.ts";

/** 503 only when nothing can be read: a host may take the machine away by it. */
export async function loader() {
  try {
    const { journalMode, trouble } = await checkHealth();
    if (!trouble) return answer(200, { status: "ok", journalMode });
    reportTrouble(trouble);
    return answer(200, { status: "degraded", reason: explainTrouble(trouble), journalMode });
  } catch (error) {
    log.error({ err: error }, "nothing can be read");
    return answer(503, { status: "down", reason: "the database cannot be read" });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
