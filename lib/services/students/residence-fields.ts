import "server-only";
import { z } from "zod";
import { optionalDayField } from "../office/day-field";

const words = z.string().trim().max(300, "tooLong").default("");

const dormitoryId = z
  .union([z.literal(""), z.coerce.number().int().positive()])
  .default("")
  .transform((id) => (id === "" ? null : id));

/** What the registrar enters of where a student lives and of its papers, as a form sends it. */
export const residenceFields = z.object({
  studentId: z.coerce.number().int().positive().max(2_147_483_647),
  route: z.enum(["dormitory", "address", "employment"], "required"),
  dormitoryId,
  room: words,
  livesFrom: optionalDayField,
  livesTo: optionalDayField,
  address: words,
  ownerName: words,
  ownerDocument: words,
  consentNotary: words,
  consentNumber: words,
  consentDate: optionalDayField,
  technicalPassportNo: words,
  contractNo: words,
  contractDate: optionalDayField,
  feeReceipt: words,
});
