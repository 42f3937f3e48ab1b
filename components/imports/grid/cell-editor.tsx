"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";

/** Where the cursor goes when a text is taken: down, on, back; null: it stays. */
export type After = "down" | "next" | "back" | null;

/** The field in which a cell is mended: Enter and Tab take the text, Escape leaves the cell as it was. */
export function CellEditor({
  label,
  text,
  onType,
  onTake,
  onLeave,
}: {
  label: string;
  text: string;
  onType: (text: string) => void;
  onTake: (text: string, after: After) => void;
  onLeave: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  // One of the three ends it; leaving the field by what they do is no fourth.
  const ended = useRef(false);
  useEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  const take = (after: After) => {
    if (ended.current) return;
    ended.current = true;
    onTake(field.current?.value ?? text, after);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The grid's own keys are not meant while a text is written.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      ended.current = true;
      onLeave();
    } else if (event.key === "Enter") {
      event.preventDefault();
      take("down");
    } else if (event.key === "Tab") {
      event.preventDefault();
      take(event.shiftKey ? "back" : "next");
    }
  };
  return (
    <input
      ref={field}
      aria-label={label}
      defaultValue={text}
      maxLength={2000}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => take(null)}
      className="absolute inset-0 z-10 w-full border-2 border-lake bg-sheet px-1.5 outline-none"
    />
  );
}
