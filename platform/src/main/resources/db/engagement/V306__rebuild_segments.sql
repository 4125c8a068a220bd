-- why: a published segment gets another condition by a build that can go on after a kill; segments ask for segments by their code
-- locks: short, on small tables
-- undo: drop table audience.segment_staged, audience.segment_build; alter table audience.segment drop column code
alter table audience.segment add column code text;
alter table audience.segment add constraint segment_code_unique unique (code);

create table audience.segment_build (
    segment_id bigint      not null,
    version    int         not null,
    condition  jsonb       not null,
    started_at timestamptz not null,
    started_by text        not null,
    failed_at  timestamptz,
    failure    text,
    constraint segment_build_pk primary key (segment_id)
);

-- Who meets the condition that is being built; dropped when it is put in force.
create table audience.segment_staged (
    segment_id bigint not null,
    member_id  bigint not null,
    constraint segment_staged_pk primary key (segment_id, member_id)
);

comment on column audience.segment.code is 'class=internal; purpose=how conditions name it; retention=while the segment exists';
comment on column audience.segment_build.segment_id is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.version is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.condition is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.started_at is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.started_by is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.failed_at is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_build.failure is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_staged.segment_id is 'class=internal; purpose=build of a condition; retention=until it is in force';
comment on column audience.segment_staged.member_id is 'class=personal; purpose=build of a condition; retention=until it is in force';
