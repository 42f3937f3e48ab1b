-- A residence has a key of its own, which stays with it when records are merged, and the days of the stay.
-- AlterTable
ALTER TABLE "residence" DROP CONSTRAINT "residence_pkey",
ADD COLUMN     "id" SERIAL NOT NULL,
ADD COLUMN     "lives_from" DATE,
ADD COLUMN     "lives_to" DATE,
ADD CONSTRAINT "residence_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE UNIQUE INDEX "residence_student_id_key" ON "residence"("student_id");

-- Images of residences kept by merges and splits get the new columns, so that these can still be taken back.
do $$
declare
  own uuid;
begin
  for own in select institution_ids() loop
    perform set_config('sanak.institution', own::text, true);
    update person_change c set
      before = jsonb_set(c.before, '{residence}', (
        select coalesce(jsonb_agg(jsonb_build_object('lives_from', null, 'lives_to', null, 'id', coalesce(
          (select r.id from residence r where r.student_id = (i->>'student_id')::int), nextval('residence_id_seq'))) || i), '[]')
        from jsonb_array_elements(c.before->'residence') i)),
      after = jsonb_set(c.after, '{residence}', (
        select coalesce(jsonb_agg(jsonb_build_object('lives_from', null, 'lives_to', null, 'id', coalesce(
          (select r.id from residence r where r.student_id = (i->>'student_id')::int), nextval('residence_id_seq'))) || i), '[]')
        from jsonb_array_elements(c.after->'residence') i))
    where jsonb_exists(c.before, 'residence') and jsonb_exists(c.after, 'residence');
  end loop;
  perform set_config('sanak.institution', '', true);
end
$$;
