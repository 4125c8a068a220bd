-- why: quiet hours are those of where a member is
-- locks: none, new table
-- undo: drop table membership.time_zone
create table membership.time_zone (
    member_id bigint      not null,
    zone      text        not null,
    given_at  timestamptz not null,
    constraint time_zone_pk primary key (member_id)
);
comment on column membership.time_zone.member_id is 'class=internal; purpose=whose; retention=membership';
comment on column membership.time_zone.zone is 'class=personal; purpose=when nobody disturbs the member; retention=membership';
comment on column membership.time_zone.given_at is 'class=internal; purpose=history; retention=membership';
