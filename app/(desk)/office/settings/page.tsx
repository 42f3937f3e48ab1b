import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answered } from "@/app/answered";
import { DormitoryForm } from "@/components/office/dormitory-form";
import { DormitoryTable } from "@/components/office/dormitory-table";
import { HolidaysSection } from "@/components/office/holidays/holidays-section";
import { OfficeHeading } from "@/components/office/office-heading";
import { OfficeNameForm } from "@/components/office/office-name-form";
import { YearForm } from "@/components/office/year-form";
import { YearTable } from "@/components/office/year-table";
import { ClientMessages } from "@/components/ui/client-messages";
import { Section } from "@/components/ui/page-heading";
import { requireActor } from "@/lib/auth/actor";
import { civilDate } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { listYears } from "@/lib/services/office/academic-years";
import { listDormitories } from "@/lib/services/office/dormitories";
import { getOffice } from "@/lib/services/office/get-office";
import {
  saveDormitory,
  saveHolidays,
  saveName,
  saveNewDormitory,
  saveNewYear,
  saveYear,
  takeDormitoryAway,
  takeProposedHolidays,
  takeYearAway,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("tabs.settings") };
}

export default async function SettingsPage() {
  const actor = await requireActor();
  const office = await answered(getOffice(actor, {}));
  const [years, dormitories] = await Promise.all([
    listYears(actor, {}),
    listDormitories(actor, {}),
  ]);
  const t = await getTranslations("office");
  return (
    <ClientMessages namespaces={["office"]}>
      <OfficeHeading current="settings" />
      <Section title={t("settings.title")}>
        <OfficeNameForm name={office.name} action={saveName} />
      </Section>
      <Section title={t("years.title")} aside={t("years.aside")}>
        <div className="space-y-4">
          <YearTable years={years} save={saveYear} remove={takeYearAway} />
          <YearForm action={saveNewYear} />
        </div>
      </Section>
      <Section title={t("holidays.title")} aside={t("holidays.aside")}>
        <HolidaysSection
          holidays={office.settings.holidays}
          ruleSet={ruleSetFor(office.regime)}
          thisYear={civilDate(today()).year}
          actions={{ save: saveHolidays, take: takeProposedHolidays }}
        />
      </Section>
      <Section title={t("dormitories.title")} aside={t("dormitories.aside")}>
        <div className="space-y-4">
          <DormitoryTable
            dormitories={dormitories}
            save={saveDormitory}
            remove={takeDormitoryAway}
          />
          <DormitoryForm action={saveNewDormitory} />
        </div>
      </Section>
    </ClientMessages>
  );
}
