import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import { type Archive, partText } from "./archive";
import { attributeOf, elementsOf } from "./xml-elements";

export type SheetPart = { name: string; path: string; hidden: boolean };

/** Where a workbook keeps what a reader of rows needs; null: it has no such part. */
export type WorkbookParts = {
  sheets: readonly SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  /** Serial numbers count from 1904 (old Macintosh files). */
  from1904: boolean;
};

const FOLDER = "xl/";

/** Reads the small parts that name the others; sheets in the order of the workbook, hidden ones marked. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const workbook = await partText(archive, "xl/workbook.xml");
  const relations = elementsOf(
    await partText(archive, "xl/_rels/workbook.xml.rels"),
    "Relationship",
  );
  const targets = new Map(
    relations.map((relation) => [
      attributeOf(relation, "Id"),
      pathOf(attributeOf(relation, "Target")),
    ]),
  );
  const byType = (type: string) => {
    const relation = relations.find((one) => attributeOf(one, "Type").endsWith(`/${type}`));
    const path = relation ? pathOf(attributeOf(relation, "Target")) : "";
    return archive.entries.has(path) ? path : null;
  };
  if (workbook.includes("<!ENTITY")) throw new ImportRefused({ code: "zipBomb" });
  const named = elementsOf(workbook, "sheet");
  if (named.length > LIMITS.sheets) throw new ImportRefused({ code: "zipBomb" });
  const sheets = named.map((sheet) => ({
    name: attributeOf(sheet, "name"),
    hidden: /hidden/i.test(attributeOf(sheet, "state")),
    path: targets.get(attributeOf(sheet, "id")) ?? "",
  }));
  return {
    // Two sheets never share a part; one that claims to would be unpacked again and again.
    sheets: sheets.filter(
      ({ path }, i) =>
        archive.entries.has(path) && sheets.findIndex((one) => one.path === path) === i,
    ),
    sharedStrings: byType("sharedStrings"),
    styles: byType("styles"),
    from1904: elementsOf(workbook, "workbookPr").some((element) =>
      /^(1|true)$/.test(attributeOf(element, "date1904")),
    ),
  };
}

/** Targets are relative to the workbook's folder, or begin at the root with "/". */
function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `${FOLDER}${target.replace(/^\.\//, "")}`;
}
