import { Link } from "react-router";
import { paths } from "#app/paths.ts";

type Props = {
  handle: string;
  /** Members who left have no profile. */
  hasLeft: boolean;
};

export function MemberLink({ handle, hasLeft }: Props) {
  return <bdi>{hasLeft ? handle : <Link to={paths.member(handle)}>{handle}</Link>}</bdi>;
}
