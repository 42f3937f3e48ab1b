/** What came of sending a form. `reason` and the values of `fields` are keys of messages/<locale>/errors.json. */
export type FormOutcome<Result = null> =
  | { kind: "fresh" }
  | { kind: "done"; result: Result }
  | {
      kind: "refused";
      reason: string;
      fields: Record<string, string>;
      entered: Record<string, string>;
    };

export const FRESH: { kind: "fresh" } = { kind: "fresh" };
