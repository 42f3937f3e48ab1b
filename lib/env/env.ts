import "server-only";
import { z } from "zod";
import { type Day, parseDay } from "@/lib/civil-date/day";

/** Everything that the environment tells the program; read and checked once, on first use. */
const schema = z.object({
  /** The application's own connection: a role that row-level security binds. */
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(16),
  /** The address under which browsers reach the program; https makes cookies secure. */
  NEXTAUTH_URL: z.url().optional(),
  SANAK_DATA_DIR: z.string().default(".data"),
  SANAK_TODAY: z
    .string()
    .transform((text, context): Day => {
      const day = parseDay(text);
      if (day !== null) return day;
      context.addIssue({ code: "custom", message: "SANAK_TODAY must be a date, YYYY-MM-DD" });
      return z.NEVER;
    })
    .optional(),
});
type Env = z.output<typeof schema>;

let cached: Env | undefined;

export function env(): Env {
  cached ??= schema.parse(process.env);
  return cached;
}
