import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { ForbiddenWords } from "@/components/office/error-words";

export default function Forbidden() {
  return (
    <ErrorSheet product={useTranslations("shell")("product")}>
      <ForbiddenWords />
    </ErrorSheet>
  );
}
