import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = {
  title: string;
  siteName: string;
  children: ReactNode;
  /** Where to go after signing in. */
  returnTo: string;
  /** The form by which one becomes a member. */
  post: { href: string; text: ReactNode };
};

export function MembersOnly({ title, siteName, children, returnTo, post }: Props) {
  return (
    <div className="prose">
      <title>{`${title} · ${siteName}`}</title>
      <h1>{title}</h1>
      <p>{children}</p>
      <div className="actions">
        <Link className="button" rel="nofollow" to={paths.signIn(returnTo)}>
          Sign in
        </Link>{" "}
        <Link className="button button-quiet" to={post.href}>
          <span>{post.text}</span>
        </Link>
      </div>
    </div>
  );
}
