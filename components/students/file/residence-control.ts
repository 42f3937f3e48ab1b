/**
 * What the control of a residence's field is called in its form. A control called ownerDocument would
 * take the place of the form's own property of that name, and whoever asks for it (React, accessibility
 * tools) would no longer see the form.
 */
export function controlOf(field: string): string {
  return field === "ownerDocument" ? "ownerPapers" : field;
}
