import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { NotFoundWords } from "@/components/office/error-words";

export default function NotFound() {
  return (
    <ErrorSheet product={useTranslations("shell")("product")}>
      <NotFoundWords />
    </ErrorSheet>
  );
}
