"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormAction, Refusal, useSentForm } from "@/components/ui/sent-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PersonSide } from "@/lib/services/students/merge-people";
import { nameOfSide } from "./side-values";

/** Who was said to be somebody else than the student, each with the way back. */
export function ApartList({
  studentId,
  apart,
  takeBack,
}: {
  studentId: number;
  apart: readonly PersonSide[];
  takeBack: FormAction<null>;
}) {
  const t = useTranslations("people.apart");
  return (
    <div className="max-w-3xl space-y-1">
      <p>{t("list")}</p>
      <ul className="divide-y divide-rule border-rule border-y">
        {apart.map((side) => (
          <li key={side.student.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
            <Other side={side} />
            <TakeBack studentId={studentId} otherId={side.student.id} action={takeBack} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Other({ side }: { side: PersonSide }) {
  const t = useTranslations("people");
  const [name] = nameOfSide(side, useLocale());
  const number = t("number", { number: side.student.studentNo });
  return <span className="wrap-anywhere grow">{name ? `${name}, ${number}` : number}</span>;
}

function TakeBack({
  studentId,
  otherId,
  action,
}: {
  studentId: number;
  otherId: number;
  action: FormAction<null>;
}) {
  const t = useTranslations("people.apart");
  const { outcome, send } = useSentForm(action);
  return (
    <form action={send} className="space-y-2">
      <input type="hidden" name="studentId" value={studentId} />
      <input type="hidden" name="otherId" value={otherId} />
      <SubmitButton look="plain" size="small" pending={t("sending")}>
        {t("takeBack")}
      </SubmitButton>
      <Refusal outcome={outcome} />
    </form>
  );
}
