import { NotFoundWords } from "@/components/office/error-words";

/** Inside the desk, so that the way on is at hand. */
export default function DeskNotFound() {
  return <NotFoundWords />;
}
