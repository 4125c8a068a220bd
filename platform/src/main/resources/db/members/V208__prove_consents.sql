-- why: a consent is provable: which text was shown, and which request said yes or no; lines never change
-- locks: two columns without a rewrite, a trigger
-- undo: drop trigger consent_change_append_only; drop both columns
alter table membership.consent_change
    add column text_version text not null default '2026-01',
    add column proof text not null default '';

create function membership.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'consents are append-only: % of membership.% refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger consent_change_append_only
  before update or delete or truncate on membership.consent_change
  for each statement execute function membership.refuse_change();

comment on column membership.consent_change.text_version is 'class=internal; purpose=which words were agreed to; retention=3 years after membership';
comment on column membership.consent_change.proof is 'class=internal; purpose=the request that said it; retention=3 years after membership';
