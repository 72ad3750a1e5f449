import { Buttons } from "./buttons.tsx";
import { FormStates } from "./form-states.tsx";
import { Lists } from "./lists.tsx";
import { Messages } from "./messages.tsx";

/** Every component in each of its states, for work on the styles. Only `npm run dev` serves it. */
export default function Components() {
  return (
    <div className="form-screen">
      <title>Components</title>
      <header className="prose">
        <h1>Components</h1>
        <p className="soft">
          Look at them on a phone’s width, in the dark, at 200 % zoom, by keyboard, printed, and
          with forced colours.
        </p>
      </header>
      <Buttons />
      <Messages />
      <FormStates />
      <Lists />
    </div>
  );
}
