import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = {
  title: string;
  siteName: string;
  /** What those who have posted can do. */
  children: ReactNode;
  /** The address to come back to after signing in. */
  returnTo: string;
  /** The form whose posting makes somebody a member. */
  post: { href: string; text: ReactNode };
};

/** Says to somebody who is not signed in that something is for people who have posted, and how to become one. */
export function MembersOnly({ title, siteName, children, returnTo, post }: Props) {
  return (
    <div className="prose">
      <title>{`${title} · ${siteName}`}</title>
      <h1>{title}</h1>
      <p>{children}</p>
      <div className="actions">
        <Link className="button" to={paths.signIn(returnTo)}>
          Sign in
        </Link>{" "}
        <Link className="button button-quiet" to={post.href}>
          <span>{post.text}</span>
        </Link>
      </div>
    </div>
  );
}
