/** The page where two students are compared; the first is the record that would stay. */
export function mergeHref(keptId: number, goneId: number): string {
  return `/students/merge?kept=${keptId}&gone=${goneId}`;
}
