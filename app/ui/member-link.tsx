import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = {
  handle: string;
  /** Somebody who left has no profile. */
  hasLeft: boolean;
};

/** A member's handle, which leads to their profile. */
export function MemberLink({ handle, hasLeft }: Props) {
  return <bdi>{hasLeft ? handle : <Link to={paths.member(handle)}>{handle}</Link>}</bdi>;
}
