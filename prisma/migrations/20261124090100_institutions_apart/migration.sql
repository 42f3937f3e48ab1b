-- What Prisma's schema cannot express: keys and indexes of PostgreSQL's own, the application's
-- role, and row-level security, which keeps institutions apart.

-- The same crossing twice is one crossing, also where the source gives no minute.
create unique index crossing_natural_key on crossing (institution_id, student_id, day, minute, direction) nulls not distinct;

create extension if not exists pg_trgm with schema public;
create index student_search_key_trgm on student using gin (search_key gin_trgm_ops);

-- The application's role. It logs in only where the owner gives it a password (docs/operations.md).
do $$
begin
  if not exists (select from pg_roles where rolname = 'sanak_app') then
    create role sanak_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end
$$;

grant usage on schema public to sanak_app;
grant select, insert, update, delete on all tables in schema public to sanak_app;
grant usage, select on all sequences in schema public to sanak_app;
alter default privileges in schema public grant select, insert, update, delete on tables to sanak_app;
alter default privileges in schema public grant usage, select on sequences to sanak_app;

-- What was done stays written; an institution does not vanish.
revoke update, delete on audit_event from sanak_app;
revoke delete on institution from sanak_app;
do $$
begin
  if to_regclass('public._prisma_migrations') is not null then
    revoke insert, update, delete on _prisma_migrations from sanak_app;
  end if;
end
$$;

-- The institution that the running transaction works for; null where none was named.
create function current_institution() returns uuid
language sql stable parallel safe
return nullif(current_setting('sanak.institution', true), '')::uuid;

-- Every row belongs to an institution and is seen by it alone. A child row names its parent together
-- with the institution (composite foreign keys), so that no row can hang on another institution's.
do $$
declare
  name text;
begin
  foreach name in array array[
    'academic_year', 'app_user', 'assessment', 'assessment_run', 'audit_event', 'crossing', 'dormitory',
    'ground', 'identity_document', 'import', 'import_row', 'membership', 'request_list',
    'request_list_row', 'residence', 'session', 'student'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_institution on %I
         using (institution_id = current_institution()) with check (institution_id = current_institution())',
      name
    );
  end loop;
end
$$;

alter table institution enable row level security;
alter table institution force row level security;
create policy own_institution on institution
  using (id = current_institution()) with check (id = current_institution());

-- The owner reads these in the functions below. Where it is no superuser, forced row-level security
-- would show it nothing.
create policy owner_reads on institution for select to current_user using (true);
create policy owner_reads on app_user for select to current_user using (true);
create policy owner_reads on membership for select to current_user using (true);
create policy owner_reads on session for select to current_user using (true);
create policy owner_reads on student for select to current_user using (true);

-- Who signs in with this e-mail address. Before that, no institution is known.
create function sign_in_user(sought_email text)
returns table (
  user_id uuid, institution_id uuid, role text, email text, name text, locale text,
  password_hash text, disabled boolean
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select u.id, u.institution_id, m.role, u.email, u.name, u.locale, u.password_hash, u.disabled_at is not null
  from public.app_user u
  join public.membership m on m.institution_id = u.institution_id and m.user_id = u.id
  where u.email = lower(sought_email)
$$;

-- Who stands behind a session: no row when it has expired, was revoked, or its user is disabled.
create function session_actor(sought_session uuid)
returns table (
  session_id uuid, user_id uuid, institution_id uuid, role text, email text, name text, locale text,
  last_seen_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.id, u.id, u.institution_id, m.role, u.email, u.name, u.locale, s.last_seen_at
  from public.session s
  join public.app_user u on u.institution_id = s.institution_id and u.id = s.user_id
  join public.membership m on m.institution_id = s.institution_id and m.user_id = s.user_id
  where s.id = sought_session
    and s.revoked_at is null and s.expires_at > now() and u.disabled_at is null
$$;

-- All institutions, for the jobs of the night, which then work in each of them in turn.
create function institution_ids() returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select id from public.institution order by id $$;

-- Whether anyone can sign in yet.
create function install_state() returns table (has_institution boolean, has_user boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select from public.institution), exists (select from public.app_user) $$;

-- Students of the institution in force whose search key is like the pattern. Row-level security lets no
-- index answer a LIKE (the operator is not leakproof); here the institution is checked by hand.
create function students_like(pattern text) returns setof integer
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select id from public.student
  where institution_id = public.current_institution() and search_key like pattern
$$;

revoke execute on function sign_in_user(text), session_actor(uuid), institution_ids(), install_state(), students_like(text) from public;
grant execute on function sign_in_user(text), session_actor(uuid), institution_ids(), install_state(), students_like(text) to sanak_app;
