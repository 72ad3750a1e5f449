import { checkHealth } from "#app/domain/site/health.server.ts";

export async function loader() {
  const { journalMode } = await checkHealth();
  return Response.json({ status: "ok", journalMode }, { headers: { "Cache-Control": "no-store" } });
}
