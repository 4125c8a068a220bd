-- why: what is heard late of somebody who is no member any more begins nothing again
-- locks: none, new table
-- undo: drop table audience.forgotten
create table audience.forgotten (
    member_id bigint not null,
    constraint forgotten_pk primary key (member_id)
);
comment on column audience.forgotten.member_id is 'class=internal; purpose=nothing is kept under this number any more; retention=10 years';
