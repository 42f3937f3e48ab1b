const SHEET = /<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

/** Names of the sheets in the order of the workbook, out of its workbook.xml. */
export function sheetNames(workbookXml: string): string[] {
  return [...workbookXml.matchAll(SHEET)].map(([, name = ""]) =>
    name.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity),
  );
}
