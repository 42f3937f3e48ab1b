import type { Role } from "@/lib/auth/permissions";

/**
 * Which services each role may call, written by hand: what the office expects, not what the code
 * says. A new service is added here or the test of every service fails. Roles build on each other.
 */
export const MAY_BESIDES: Record<Role, readonly string[]> = {
  reader: [
    "academicYears.list",
    "assessments.overview",
    "dormitories.list",
    "registrations.download",
    "registrations.get",
    "registrations.list",
    "sessions.endOwn",
    "sessions.listOwn",
    "students.find",
    "students.get",
    "students.leadToPerson",
    "students.list",
    "users.changeOwnLocale",
    "users.changeOwnPassword",
  ],
  registrar: [
    "imports.checkMends",
    "imports.commit",
    "imports.decideWords",
    "imports.decidePeople",
    "imports.compareLastLog",
    "imports.discard",
    "imports.get",
    "imports.grid",
    "imports.gridRows",
    "imports.groupTexts",
    "imports.list",
    "imports.mend",
    "imports.progress",
    "imports.questions",
    "imports.register",
    "imports.replacePreview",
    "imports.reread",
    "imports.rows",
    "imports.takeMendBack",
    "imports.undo",
    "imports.undoPreview",
    "registrations.add",
    "registrations.create",
    "registrations.describe",
    "registrations.discard",
    "registrations.file",
    "registrations.preview",
    "registrations.takeOff",
    "students.comparePeople",
    "students.doubles",
    "students.download",
    "students.mergePeople",
    "students.recordBorderCount",
    "students.recordCrossing",
    "students.removeBorderCount",
    "students.recordHistory",
    "students.setCrossingAside",
    "students.splitPerson",
    "students.takeApartBack",
    "students.tellApart",
    "students.undoPersonChange",
    "students.undoRepair",
    "students.updateResidence",
  ],
  administrator: [
    "academicYears.add",
    "academicYears.change",
    "academicYears.remove",
    "audit.list",
    "audit.vocabulary",
    "dormitories.add",
    "dormitories.change",
    "dormitories.remove",
    "office.change",
    "office.get",
    "office.settingsEffect",
    "office.takeHolidays",
    "sessions.list",
    "sessions.revoke",
    "users.changeRole",
    "users.create",
    "users.disable",
    "users.enable",
    "users.list",
    "users.resetPassword",
  ],
};

/** All that a role may call. */
export function expectedFor(role: Role): string[] {
  const { reader, registrar, administrator } = MAY_BESIDES;
  switch (role) {
    case "reader":
      return [...reader];
    case "registrar":
      return [...reader, ...registrar];
    case "administrator":
      return [...reader, ...registrar, ...administrator];
  }
}
