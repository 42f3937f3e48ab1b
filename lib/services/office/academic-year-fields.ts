import "server-only";
import { z } from "zod";
import { dayField } from "./day-field";

/** A year of teaching is shorter than two calendar years; longer is a typing error. */
const LONGEST_YEAR_DAYS = 731;

/** First and last day, both belonging to the year. */
export const academicYearFields = z
  .object({ from: dayField, to: dayField })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "endBeforeStart" })
  .refine(({ from, to }) => to - from < LONGEST_YEAR_DAYS, {
    path: ["to"],
    message: "academicYearTooLong",
  });
