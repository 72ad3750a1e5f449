import { data } from "react-router";

export function loader(): never {
  throw data(null, { status: 404 });
}

export function action(): never {
  throw data(null, { status: 404 });
}

// Without a component React Router answers an unknown address in plain text.
export default function NotFound() {
  return null;
}
