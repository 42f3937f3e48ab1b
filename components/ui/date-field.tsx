"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { I18nProvider, DateField as KitDateField, Label } from "react-aria-components";
import { DateSegments } from "./date-segments";
import type { FieldText } from "./field";
import { type DateFault, dotted, faultOf, readDate } from "./typed-date";

/**
 * The language in which the kit orders and names the parts of a date: day first in all three. Browsers know no
 * Kyrgyz, whose months have the Russian names; what else the kit says in Russian, `DateSegments` says in Kyrgyz.
 */
const KIT_LOCALES: Readonly<Record<string, string>> = { ru: "ru", ky: "ru", en: "en-GB" };

/** `bar` is one line, for the bar above a page. */
const LOOKS = {
  field: {
    around: "flex min-w-0 flex-col gap-1",
    label: "cursor-default font-medium text-sm",
    box: "h-9 px-2",
  },
  bar: {
    around: "flex items-center gap-1.5",
    label: "cursor-default whitespace-nowrap text-muted",
    box: "h-7 px-1",
  },
};

type Limits = {
  /** First and last allowed day, "YYYY-MM-DD"; the field tells of them, whoever receives it decides. */
  min?: string | undefined;
  max?: string | undefined;
};

/**
 * A civil day, typed as DD.MM.YYYY whatever the browser's language, and sent under `name` as "YYYY-MM-DD", "" for
 * none. Half a date, or one that no calendar has, is sent as typed: it is refused, never taken for none.
 */
export function DateField({
  label,
  hint,
  error,
  name,
  defaultValue = "",
  min,
  max,
  required = false,
  look = "field",
  autoComplete = "off",
  onChange,
}: FieldText &
  Limits & {
    name?: string;
    /** The day shown first, "YYYY-MM-DD"; a text that is no day shows an empty field. */
    defaultValue?: string;
    required?: boolean;
    look?: keyof typeof LOOKS;
    autoComplete?: string;
    /** Told whenever what the field would send has changed. */
    onChange?: (sent: string) => void;
  }) {
  const id = useId();
  const locale = KIT_LOCALES[useLocale()] ?? "en-GB";
  const { fault, tell, ...entry } = useEntry(defaultValue, { min, max }, onChange);
  const faultText = useFaultText(fault);
  const below = { hint, error: error ?? faultText };
  const errorLook = !error && fault?.kind === "incomplete" ? "sr-only" : "text-over text-sm";
  const texts = (["hint", "error"] as const).filter((text) => below[text]);
  return (
    <I18nProvider locale={locale}>
      <KitDateField
        {...entry}
        className={LOOKS[look].around}
        onKeyDown={sendOnEnter}
        isRequired={required}
        isInvalid={Boolean(below.error)}
        validationBehavior="aria"
        granularity="day"
        shouldForceLeadingZeros
        autoComplete={autoComplete}
      >
        <Label className={LOOKS[look].label}>{label}</Label>
        <DateSegments
          name={name}
          described={texts.map((text) => `${id}-${text}`).join(" ") || undefined}
          className={LOOKS[look].box}
          onTyped={tell}
        />
        {texts.map((text) => (
          <p
            key={text}
            id={`${id}-${text}`}
            className={text === "hint" ? "text-muted text-sm" : errorLook}
          >
            {below[text]}
          </p>
        ))}
      </KitDateField>
    </I18nProvider>
  );
}

/**
 * What is entered, kept for the kit, and what is wrong with it. A whole date is judged as it is typed: a text that
 * came with the next click would push away what was clicked. Half a date is marked, without a text, when it is left.
 */
function useEntry(first: string, limits: Limits, onChange?: (sent: string) => void) {
  const [value, setValue] = useState(() => readDate(first));
  const [sent, setSent] = useState(value === null ? "" : first);
  const [refused, setRefused] = useState<DateFault | null>(null);
  const [isLeft, setIsLeft] = useState(true);
  const tell = (text: string) => {
    if (text === sent) return;
    setSent(text);
    onChange?.(text);
  };
  const found = faultOf(sent, limits);
  const onFocusChange = (isInside: boolean) => {
    setIsLeft(!isInside);
    if (isInside) setRefused(null);
    if (isInside || found?.kind !== "impossible") return;
    // The kit has just moved 31.02 to 28.02: no day is better than one that nobody meant.
    setRefused(found);
    setValue(null);
  };
  const fault = found?.kind === "incomplete" && !isLeft ? null : (found ?? refused);
  return { value, defaultValue: readDate(first), onChange: setValue, onFocusChange, fault, tell };
}

function useFaultText(fault: DateFault | null): string | null {
  const t = useTranslations("ui.dateField");
  switch (fault?.kind) {
    case undefined:
      return null;
    case "incomplete":
      return t("incomplete");
    case "impossible":
      return t("impossible", { typed: fault.typed });
    case "tooEarly":
      return t("tooEarly", { day: dotted(fault.limit) });
    case "tooLate":
      return t("tooLate", { day: dotted(fault.limit) });
  }
}

/** As in any other field of one line. */
function sendOnEnter(event: KeyboardEvent<Element>): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.currentTarget.closest("form")?.requestSubmit();
}
