-- why: entries by the clock, once per slot; caps across journeys and who was kept out; a second person above thresholds
-- locks: none, new tables
-- undo: drop the tables
create table journey.opening (
    journey_id   bigint      not null,
    slot         timestamptz not null,
    after_member bigint      not null,
    entered      bigint      not null,
    done         boolean     not null,
    constraint opening_once_per_slot primary key (journey_id, slot)
);
comment on column journey.opening.journey_id is 'class=internal; purpose=which; retention=24 months';
comment on column journey.opening.slot is 'class=internal; purpose=when it was due; retention=24 months';
comment on column journey.opening.after_member is 'class=internal; purpose=how far it got; retention=24 months';
comment on column journey.opening.entered is 'class=internal; purpose=how many entered; retention=24 months';
comment on column journey.opening.done is 'class=internal; purpose=nothing is left; retention=24 months';

create table journey.limits (
    single boolean not null default true,
    limits jsonb   not null,
    constraint limits_pk primary key (single),
    constraint limits_are_one check (single)
);
comment on column journey.limits.single is 'class=internal; purpose=one row; retention=operator';
comment on column journey.limits.limits is 'class=internal; purpose=caps across journeys and thresholds of approval; retention=operator';

-- Entries of one member that count against caps queue up here.
create table journey.member_turn (
    member_id bigint not null,
    constraint member_turn_pk primary key (member_id)
);
comment on column journey.member_turn.member_id is 'class=internal; purpose=whose turn; retention=membership';

create table journey.kept_out (
    member_id  bigint      not null,
    journey_id bigint      not null,
    entry_key  text        not null,
    reason     text        not null,
    at         timestamptz not null,
    constraint kept_out_once_per_entry primary key (member_id, journey_id, entry_key)
);
create index kept_out_by_journey on journey.kept_out (journey_id, at desc);
comment on column journey.kept_out.member_id is 'class=internal; purpose=who; retention=24 months';
comment on column journey.kept_out.journey_id is 'class=internal; purpose=which; retention=24 months';
comment on column journey.kept_out.entry_key is 'class=internal; purpose=which entry; retention=24 months';
comment on column journey.kept_out.reason is 'class=internal; purpose=which cap; retention=24 months';
comment on column journey.kept_out.at is 'class=internal; purpose=when; retention=24 months';

create table journey.approval (
    journey_id  bigint      not null,
    content     text        not null,
    approved_by text        not null,
    approved_at timestamptz not null,
    constraint approval_once_per_person primary key (journey_id, content, approved_by)
);
comment on column journey.approval.journey_id is 'class=internal; purpose=which; retention=operator';
comment on column journey.approval.content is 'class=internal; purpose=digest of what was approved; retention=operator';
comment on column journey.approval.approved_by is 'class=internal; purpose=accountability; retention=operator';
comment on column journey.approval.approved_at is 'class=internal; purpose=history; retention=operator';
