import "server-only";

/** Letters that look alike as one, nothing but letters and digits (lib/person-name/document-no.ts), so that a number is found in it. */
const folded = (text: string) =>
  `regexp_replace(translate(upper(${text}), 'АВЕЁЅІЇЈКМНОРСТУҮХҺ№', 'ABEESIIJKMHOPCTYYXHN'), '[^[:alnum:]]', '', 'g')`;

/** Whether a text names the document `document`, be it in several cells, or a zero short; too often rather than too seldom. */
export const namesDocument = (text: string, document: string) =>
  `position(ltrim(${document}.number_folded, '0') in ${folded(text)}) > 0`;

/**
 * A student's first documents have no image of their own: into undo_added those of students whom the import ($1) added and
 * who stay. Other imports have images of what they added to them; where records were merged or split it is told why all stay.
 */
const OF_STAYING = `
  insert into undo_added
  select 'document', d.id, d.student_id
  from undo_kept k
  join identity_document d on d.institution_id = current_institution() and d.student_id = k.id
  where k.entity = 'student' and k.field is null
    and not exists (select from undo_added a where a.entity = 'document' and a.id = d.id)
    and not exists (select from import_change c where c.institution_id = current_institution()
      and c.entity = 'document' and c.entity_id = d.id and c.before is null)`;

const keep = (reason: string, by: string, where: string) => `
  insert into undo_kept (entity, id, student_id, reason, by_import, by_list)
  select 'document', a.id, a.student_id, ${reason}, ${by}
  from undo_added a
  join identity_document d on d.institution_id = current_institution() and d.id = a.id
  join undo_kept s on s.entity = 'student' and s.id = a.student_id and s.field is null
  ${where}
    and a.entity = 'document' and not exists (select from undo_kept k where k.entity = a.entity and k.id = a.id)`;

/** Whoever stays for other facts stays with all that is recorded. */
const WITH_THEIR_STUDENT = keep(
  "s.reason",
  "s.by_import, s.by_list",
  "where s.reason <> 'inLaterFile'",
);

const MERGED_SINCE = keep(
  "'mergedSince'",
  "null::uuid, null::uuid",
  `where exists (select from person_change p
    where p.institution_id = current_institution() and a.student_id in (p.student_id, p.other_id))`,
);

/** A crossing that names a document leads to its student by it, in the next log too. */
const IN_CROSSINGS = keep(
  "'inCrossings'",
  "c.import_id, null::uuid",
  `join lateral (
    select c.import_id from crossing c
    where c.institution_id = current_institution() and c.student_id = a.student_id and c.document_no <> ''
      and ${namesDocument("c.document_no", "d")}
    order by c.id limit 1) c on true
  where true`,
);

/** Once it is known which students stay; `inLaterFile` keeps what a later file holds. */
export const keepDocuments = (inLaterFile: string) => [
  OF_STAYING,
  inLaterFile,
  WITH_THEIR_STUDENT,
  MERGED_SINCE,
  IN_CROSSINGS,
];
