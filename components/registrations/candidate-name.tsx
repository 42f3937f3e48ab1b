import Link from "next/link";
import { useLocale } from "next-intl";
import { namesFor } from "@/components/students/student-name";
import type { Day } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import type { Candidate } from "@/lib/services/registrations/get-request-list";
import { studentPage } from "./obstacle-list";

/** Who it is: both names and the citizenship, leading to the student's page. */
export function CandidateName({ candidate, asOf }: { candidate: Candidate; asOf: Day }) {
  const locale = useLocale();
  const { nameCyrillic, lastNameLatin, givenNamesLatin, citizenship } = candidate.fields;
  const nameLatin = `${lastNameLatin} ${givenNamesLatin}`.trim();
  const [name, otherName] = namesFor(locale, { nameLatin, nameCyrillic });
  const rest = [otherName, countryName(citizenship, locale)].filter((part) => part !== "");
  return (
    <>
      <Link
        href={studentPage(candidate.studentId, asOf)}
        className="text-lake underline-offset-3 hover:underline"
      >
        {name}
      </Link>
      <span className="block font-normal text-muted text-xs">{rest.join(" · ")}</span>
    </>
  );
}
