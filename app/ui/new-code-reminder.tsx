import { Link, useLocation } from "react-router";
import { paths } from "#app/paths.ts";

export function NewCodeReminder() {
  if (useLocation().pathname === paths.accountNewCode) return null;
  return (
    <p className="new-code-reminder">
      Keep your recovery code: without it, nobody gets in as you once this browser forgets you.{" "}
      <Link to={paths.accountNewCode}>See it and write it down</Link>
    </p>
  );
}
