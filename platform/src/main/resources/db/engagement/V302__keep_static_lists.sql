-- why: lists of members that do not move by themselves, with the lines of a file that named nobody
-- locks: short, on small tables
-- undo: drop table audience.list_problem; alter table audience.segment drop column kind
alter table audience.segment add column kind text not null default 'live';
alter table audience.segment add constraint segment_kind_known check (kind in ('live', 'list'));
comment on column audience.segment.kind is 'class=internal; purpose=whether rules or people decide who is in; retention=forever';

create table audience.list_problem (
    segment_id bigint not null,
    line       int    not null,
    value      text   not null,
    code       text   not null,
    constraint list_problem_pk primary key (segment_id, line)
);
comment on column audience.list_problem.segment_id is 'class=internal; purpose=which list; retention=12 months';
comment on column audience.list_problem.line is 'class=internal; purpose=where in the file; retention=12 months';
comment on column audience.list_problem.value is 'class=personal; purpose=what stood there; retention=12 months';
comment on column audience.list_problem.code is 'class=internal; purpose=why it was refused; retention=12 months';
