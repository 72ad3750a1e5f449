import { Link } from "react-router";
import { memberHref } from "#app/domain/members/member-href.ts";

type Props = {
  handle: string;
  /** Somebody who left has no profile. */
  hasLeft: boolean;
};

/** A member's handle, which leads to their profile. */
export function MemberLink({ handle, hasLeft }: Props) {
  return <bdi>{hasLeft ? handle : <Link to={memberHref(handle)}>{handle}</Link>}</bdi>;
}
