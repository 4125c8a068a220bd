-- why: people see how far a build is and how long the last one took; they had neither
-- locks: short, on small tables
-- undo: drop table audience.segment_built; alter table audience.segment_build drop column looked, drop column took_millis
alter table audience.segment_build add column looked bigint not null default 0;
alter table audience.segment_build add column took_millis bigint not null default 0;

create table audience.segment_built (
    segment_id  bigint      not null,
    built_at    timestamptz not null,
    took_millis bigint      not null,
    looked      bigint      not null,
    constraint segment_built_pk primary key (segment_id)
);

comment on column audience.segment_build.looked is 'class=internal; purpose=how far the build is; retention=until it is in force';
comment on column audience.segment_build.took_millis is 'class=internal; purpose=how long the build took; retention=until it is in force';
comment on column audience.segment_built.segment_id is 'class=internal; purpose=last build of a segment; retention=while the segment exists';
comment on column audience.segment_built.built_at is 'class=internal; purpose=last build of a segment; retention=while the segment exists';
comment on column audience.segment_built.took_millis is 'class=internal; purpose=last build of a segment; retention=while the segment exists';
comment on column audience.segment_built.looked is 'class=internal; purpose=last build of a segment; retention=while the segment exists';
