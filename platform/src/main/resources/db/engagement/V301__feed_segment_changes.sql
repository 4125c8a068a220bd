-- why: who entered and left which segment, when and why; tags that people and journeys set by hand; tag names in groups
-- locks: short, on small tables
-- undo: drop table audience.segment_change; alter table audience.tag drop column tag_group, drop column kind

create table audience.segment_change (
    segment_id bigint      not null,
    change_id  bigint      generated always as identity,
    member_id  bigint      not null,
    direction  text        not null,
    kind       text        not null,
    cause      text        not null,
    happened_at timestamptz not null,
    constraint segment_change_pk primary key (segment_id, change_id),
    constraint segment_change_direction_known check (direction in ('entered', 'left')),
    constraint segment_change_kind_known
        check (kind in ('event', 'time', 'merge', 'edit', 'published', 'backfill', 'manual'))
);
comment on column audience.segment_change.segment_id is 'class=internal; purpose=which segment; retention=12 months';
comment on column audience.segment_change.change_id is 'class=internal; purpose=order within a segment; retention=12 months';
comment on column audience.segment_change.member_id is 'class=personal; purpose=who came or went; retention=12 months';
comment on column audience.segment_change.direction is 'class=internal; purpose=came or went; retention=12 months';
comment on column audience.segment_change.kind is 'class=internal; purpose=what sort of cause; retention=12 months';
comment on column audience.segment_change.cause is 'class=internal; purpose=the fact or act behind it; retention=12 months';
comment on column audience.segment_change.happened_at is 'class=personal; purpose=when; retention=12 months';

alter table audience.tag alter column condition drop not null;
alter table audience.tag add column tag_group text not null default 'other';
comment on column audience.tag.condition is 'class=internal; purpose=rule, null for tags set by hand; retention=forever';
comment on column audience.tag.tag_group is 'class=internal; purpose=shown together; retention=forever';
