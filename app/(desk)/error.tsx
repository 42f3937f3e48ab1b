"use client";

import { FaultWords } from "@/components/office/error-words";

/** A page of the desk failed; the desk around it still stands. */
export default function DeskError(props: { error: unknown; retry: () => void }) {
  return <FaultWords {...props} />;
}
