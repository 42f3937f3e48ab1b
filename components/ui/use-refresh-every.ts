"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server for the page again every so many milliseconds, as long as the component is shown. */
export function useRefreshEvery(milliseconds: number): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), milliseconds);
    return () => clearInterval(timer);
  }, [router, milliseconds]);
}
