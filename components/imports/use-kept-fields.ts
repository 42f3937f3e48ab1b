import { type SyntheticEvent, useLayoutEffect, useRef } from "react";
import { forgetChoices, keepChoice, keptChoice } from "./kept-choices";

type Field = HTMLInputElement | HTMLSelectElement;

/** No field holds it. */
const NOTHING = "\u0000";

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement && element.type !== "hidden") ||
      element instanceof HTMLSelectElement,
  );

const isTick = (field: Field) => field.type === "checkbox";

/** What a field asks: boxes to be ticked by their value too. */
const questionOf = (form: string, field: Field) =>
  `${form} ${field.name}${isTick(field) ? ` ${field.value}` : ""}`;

/** The answer that a field holds; of one to be chosen among several with its words, which may mean another row later. */
function answerOf(field: Field): string {
  if (isTick(field)) return (field as HTMLInputElement).checked ? "on" : "off";
  return field.type === "radio"
    ? `${field.value} ${field.labels?.[0]?.textContent ?? ""}`
    : field.value;
}

function restore(field: Field, kept: string): void {
  if (field instanceof HTMLSelectElement) {
    if ([...field.options].some(({ value }) => value === kept)) field.value = kept;
  } else if (isTick(field)) field.checked = kept === "on";
  else if (field.type !== "radio") field.value = kept;
  else if (answerOf(field) === kept) field.checked = true;
}

/**
 * Keeps what is chosen in a form until it is sent, while other forms of the page are: for the fields that React does not hold. `form`: a
 * name of its own on the page. What it returns belongs to the form.
 */
export function useKeptFields(importId: string, form: string) {
  const ref = useRef<HTMLFormElement>(null);
  // Fields come and go with the page of the list, so it is looked after each time.
  useLayoutEffect(() => {
    for (const field of ref.current === null ? [] : fieldsOf(ref.current)) {
      const kept = keptChoice(importId, questionOf(form, field), NOTHING);
      if (kept !== NOTHING) restore(field, kept);
    }
  });
  const onChange = ({ target }: SyntheticEvent<HTMLFormElement, Event>) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      keepChoice(importId, questionOf(form, target), answerOf(target));
    }
  };
  const onSubmit = ({ currentTarget }: SyntheticEvent<HTMLFormElement>) =>
    forgetChoices(
      importId,
      fieldsOf(currentTarget).map((field) => questionOf(form, field)),
    );
  return { ref, onChange, onSubmit };
}
