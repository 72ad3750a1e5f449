import { data } from "react-router";

export function loader(): never {
  throw data(null, { status: 404 });
}

export function action(): never {
  throw data(null, { status: 404 });
}

// Without a component an unknown address would answer in plain text, not with the site's error page.
export default function NotFound() {
  return null;
}
