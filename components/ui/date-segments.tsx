"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useEffectEvent } from "react";
import { DateFieldStateContext, DateInput, DateSegment } from "react-aria-components";
import { sentText } from "./typed-date";

/** The parts of a date that the kit may show; what stands between them is always a point. */
const PARTS = ["day", "month", "year"] as const;

type Part = (typeof PARTS)[number];

const BOX =
  "flex w-full min-w-0 max-w-44 items-center rounded-md tabular-nums border border-edge bg-sheet text-ink hover:border-lake focus-within:outline-2 focus-within:outline-lake focus-within:outline-offset-2 data-invalid:border-over";
const SEGMENT =
  "rounded-xs px-0.5 outline-hidden focus:bg-lake focus:text-on-lake data-placeholder:text-muted data-placeholder:focus:text-on-lake print:data-placeholder:text-transparent";

/** The parts of a date inside a kit's field, in Sanak's words, and the hidden input that sends them. */
export function DateSegments({
  name,
  described,
  className,
  onTyped,
}: {
  name: string | undefined;
  /** Ids of the texts that say what belongs in the field and what is wrong. */
  described: string | undefined;
  className: string;
  /** Told what the field would send: at first, and whenever that changes. */
  onTyped: (sent: string) => void;
}) {
  const t = useTranslations("ui.dateField");
  const state = useContext(DateFieldStateContext);
  const segments = state?.segments ?? [];
  const part = (type: Part) => {
    const segment = segments.find((one) => one.type === type);
    return segment === undefined || segment.isPlaceholder ? null : (segment.value ?? null);
  };
  const sent = sentText({ day: part("day"), month: part("month"), year: part("year") });
  const tell = useEffectEvent(onTyped);
  useEffect(() => tell(sent), [sent]);
  return (
    <>
      <DateInput
        className={`${BOX} ${className}`}
        render={(props) => <div {...props} aria-describedby={described} />}
      >
        {(segment) => {
          const type = PARTS.find((one) => one === segment.type);
          if (type === undefined) return <DateSegment segment={segment}>.</DateSegment>;
          return (
            <DateSegment
              segment={segment}
              className={SEGMENT}
              render={(props) => (
                <span
                  {...props}
                  {...{
                    "aria-label": `${t(type)}, `,
                    "aria-describedby": state?.isInvalid || type === "day" ? described : undefined,
                  }}
                  {...(segment.isPlaceholder ? { "aria-valuetext": t("empty") } : {})}
                />
              )}
            >
              {segment.isPlaceholder ? t(`placeholders.${type}`) : segment.text}
            </DateSegment>
          );
        }}
      </DateInput>
      {name === undefined ? null : <input type="hidden" name={name} value={sent} />}
    </>
  );
}
