"use client";

import { useTranslations } from "next-intl";
import { ErrorSheet } from "@/components/office/error-sheet";
import { FaultWords } from "@/components/office/error-words";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <ErrorSheet product={useTranslations("shell")("product")}>
      <FaultWords {...props} />
    </ErrorSheet>
  );
}
