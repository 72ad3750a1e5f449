import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = { title: string; siteName: string; wayOut: ReactNode };

export function MembersOnly({ title, siteName, wayOut }: Props) {
  return (
    <div className="prose">
      <title>{`${title} · ${siteName}`}</title>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        Only members can flag what breaks the rules. You are one on this browser once you have
        posted here.
      </p>
      <div className="actions">
        <Link className="button" to={paths.signIn()}>
          Sign in
        </Link>{" "}
        {wayOut}
      </div>
    </div>
  );
}
