import { hashSecret } from "#app/domain/members/sessions.server.ts";
import { ORIGIN } from "./site.ts";
import { tamper } from "./stored.ts";
import type { TestVisitor } from "./visitor.ts";

/** Signs a visitor in just now by writing a session to the file, and returns their cookie's value. */
export async function signInAs(
  visitor: TestVisitor,
  memberId: number,
  databaseFile: string,
  origin = ORIGIN,
): Promise<string> {
  const { sessionCookie } = await import("#app/http/cookies.server.ts");
  const token = `a token of member ${memberId}, ${Math.random()}`;
  tamper(
    databaseFile,
    `INSERT INTO sessions (token_hash, member_id, created_at, expires_at)
     VALUES ('${hashSecret(token)}', ${memberId}, '${new Date().toISOString().replace("Z", "+00:00")}', '2099-01-01T12:00:00.000+00:00')`,
  );
  const [pair = ""] = (await sessionCookie.write(new Request(origin), token)).split(";");
  const value = pair.slice(pair.indexOf("=") + 1);
  visitor.cookies.set(pair.slice(0, pair.indexOf("=")), value);
  return value;
}
