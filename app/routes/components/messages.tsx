import { ChangedMeanwhile, ErrorSummary } from "#app/forms/form-screen.tsx";
import { paths } from "#app/paths.ts";
import { FlashMessage } from "#app/ui/flash-message.tsx";
import { NewCode } from "#app/ui/new-code.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import { Specimens } from "./specimens.tsx";

export function Messages() {
  return (
    <Specimens title="Messages">
      <ErrorSummary
        problems={[
          { controlId: "wrong-name", message: "Enter the name of the place" },
          { controlId: "wrong-rating", message: "Choose a rating" },
          { controlId: undefined, message: "This form was open for too long. Send it again" },
        ]}
        attempt={1}
      />
      <FlashMessage
        flash={{
          text: "Your review is posted. Thank you.",
          link: { href: paths.places(), text: "See your review" },
          more: {
            text: "Two things would make it easier to find:",
            links: [
              { href: paths.newPlace, text: "Add its hours" },
              { href: paths.about, text: "Say what vegans can eat there" },
            ],
          },
          mark: "never in a cookie",
        }}
      />
      <NoticeSentences
        sentences={["The list has no cuisine “soup”.", "Nothing costs under £-1."]}
      />
      <ChangedMeanwhile
        now={{ name: "Git Hummus", street: "9 Semaphore Row", website: "" }}
        typed={{ name: "Git Houmous", street: "9 Semaphore Row", website: "git-hummus.example" }}
        fields={[
          { name: "name", label: "Name" },
          { name: "street", label: "Street" },
          { name: "website", label: "Website" },
        ]}
      />
      <div className="empty">
        <p>No place matches all of this.</p>
      </div>
      <NewCode
        newCode={{ code: "0123-4567-89AB-CDEF-GHJK", handle: "rubber duck" }}
        siteName="Fork & Filter"
      />
    </Specimens>
  );
}
