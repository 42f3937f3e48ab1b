-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

grant select, insert, update, delete on sign_in_attempt to sanak_app;

-- The name of the institution stands on every page: it comes with the actor, in the same query.
drop function session_actor(uuid);
create function session_actor(sought_session uuid)
returns table (
  session_id uuid, user_id uuid, institution_id uuid, institution_name text, role text, email text,
  name text, locale text, last_seen_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.id, u.id, u.institution_id, i.name, m.role, u.email, u.name, u.locale, s.last_seen_at
  from public.session s
  join public.institution i on i.id = s.institution_id
  join public.app_user u on u.institution_id = s.institution_id and u.id = s.user_id
  join public.membership m on m.institution_id = s.institution_id and m.user_id = s.user_id
  where s.id = sought_session
    and s.revoked_at is null and s.expires_at > now() and u.disabled_at is null
$$;
revoke execute on function session_actor(uuid) from public;
grant execute on function session_actor(uuid) to sanak_app;
