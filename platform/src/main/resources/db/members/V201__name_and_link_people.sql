-- why: more kinds of documents, people one may redeem for, and members found to be one person
-- locks: two check constraints on membership are replaced, which reads the tables once
-- undo: drop nominee and link; put the old checks back

alter table membership.member drop constraint member_document_type_known;
alter table membership.member add constraint member_document_type_known check (
  document_type in ('identity_card', 'passport', 'residence_permit', 'home_return_permit',
                    'taiwan_permit', 'foreigner_permit'));

-- Somebody of the member's travellers for whom points may be redeemed, from a day on.
create table membership.nominee (
    member_id    bigint      not null,
    id           uuid        not null default gen_random_uuid(),
    traveller_id bigint      not null,
    nominated_at timestamptz not null,
    active_on    date        not null,
    removed_at   timestamptz,
    constraint nominee_pk primary key (member_id, id),
    constraint nominee_removed_after check (removed_at is null or removed_at >= nominated_at)
);

create unique index nominee_once on membership.nominee (member_id, traveller_id)
    where removed_at is null;

-- Two members who are one person: linked, never rewritten, so it can be undone.
create table membership.link (
    member_id  bigint      not null,
    id         uuid        not null default gen_random_uuid(),
    linked_at  timestamptz not null,
    into_id    bigint      not null,
    reason     text        not null,
    linked_by  text        not null,
    undone_at  timestamptz,
    undone_by  text,
    constraint link_pk primary key (member_id, id),
    constraint link_to_somebody_else check (member_id <> into_id),
    constraint link_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);

create unique index link_once on membership.link (member_id) where undone_at is null;
create index link_into on membership.link (into_id) where undone_at is null;

comment on column membership.nominee.member_id is 'class=internal; purpose=redeeming for others; retention=membership';
comment on column membership.nominee.id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.nominee.traveller_id is 'class=internal; purpose=redeeming for others; retention=membership';
comment on column membership.nominee.nominated_at is 'class=personal; purpose=redeeming for others; retention=membership';
comment on column membership.nominee.active_on is 'class=personal; purpose=redeeming for others; retention=membership';
comment on column membership.nominee.removed_at is 'class=personal; purpose=yearly limit of changes; retention=membership';
comment on column membership.link.member_id is 'class=internal; purpose=one account per person; retention=membership';
comment on column membership.link.id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.link.linked_at is 'class=internal; purpose=record; retention=membership';
comment on column membership.link.into_id is 'class=internal; purpose=one account per person; retention=membership';
comment on column membership.link.reason is 'class=internal; purpose=record; retention=membership';
comment on column membership.link.linked_by is 'class=personal; purpose=record; retention=membership';
comment on column membership.link.undone_at is 'class=internal; purpose=record; retention=membership';
comment on column membership.link.undone_by is 'class=personal; purpose=record; retention=membership';
