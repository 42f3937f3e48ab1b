import { forbidden, notFound } from "next/navigation";
import { AppError } from "@/lib/services/app-error";

/** A service's answer, for a page: a refusal becomes the page that says so, status included; a conflict the page of errors. */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden") forbidden();
    if (error.code === "conflict") throw error;
    notFound();
  }
}
