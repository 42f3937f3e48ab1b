-- AlterTable
ALTER TABLE "request_list" ADD COLUMN     "petition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "power_of_attorney" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "representative" TEXT NOT NULL DEFAULT '';

-- A filed list stays as it was filed, whoever writes.
create function keep_filed_list() returns trigger language plpgsql as $$
begin
  if old.state = 'filed' then
    raise exception 'request list % is filed and cannot change', old.id;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create function keep_filed_row() returns trigger language plpgsql as $$
declare
  list uuid := case when tg_op = 'INSERT' then new.request_list_id else old.request_list_id end;
begin
  if exists (select from request_list where id = list and state = 'filed') then
    raise exception 'request list % is filed and its rows cannot change', list;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger keep_filed before update or delete on request_list
  for each row execute function keep_filed_list();
create trigger keep_filed before insert or update or delete on request_list_row
  for each row execute function keep_filed_row();
