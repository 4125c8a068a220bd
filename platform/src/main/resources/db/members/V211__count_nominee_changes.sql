-- why: the yearly limit of nominee changes is guarded by a row that is changed only while below it
-- locks: none, new table
-- undo: drop table membership.nominee_year
create table membership.nominee_year (
    member_id bigint  not null,
    year      integer not null,
    changes   integer not null,
    constraint nominee_year_pk primary key (member_id, year),
    constraint nominee_year_counts check (changes > 0)
);

insert into membership.nominee_year (member_id, year, changes)
select member_id, extract(year from removed_at at time zone 'Asia/Shanghai')::integer, count(*)
from membership.nominee where removed_at is not null
group by 1, 2;

comment on column membership.nominee_year.member_id is 'class=internal; purpose=yearly limit of changes; retention=membership';
comment on column membership.nominee_year.year is 'class=internal; purpose=yearly limit of changes; retention=membership';
comment on column membership.nominee_year.changes is 'class=internal; purpose=yearly limit of changes; retention=membership';
