-- why: what was imported, and every bad row of it
-- locks: none, new tables
-- undo: drop table catalogue.import_finding, catalogue.timetable_import
create table catalogue.timetable_import (
    import_id bigint generated always as identity,
    file_name text not null,
    job_id bigint,
    state text not null,
    summary jsonb,
    created_at timestamptz not null,
    constraint timetable_import_pk primary key (import_id),
    constraint timetable_import_state_chk check (state in ('waiting', 'loaded', 'refused'))
);
comment on column catalogue.timetable_import.import_id is 'class=internal; purpose=key; retention=24 months';
comment on column catalogue.timetable_import.file_name is 'class=internal; purpose=what was uploaded; retention=24 months';
comment on column catalogue.timetable_import.job_id is 'class=internal; purpose=the job that does it; retention=24 months';
comment on column catalogue.timetable_import.state is 'class=internal; purpose=waiting, loaded or refused; retention=24 months';
comment on column catalogue.timetable_import.summary is 'class=internal; purpose=what it held and what it changed; retention=24 months';
comment on column catalogue.timetable_import.created_at is 'class=internal; purpose=when; retention=24 months';

create index timetable_import_job_idx on catalogue.timetable_import (job_id);

create table catalogue.import_finding (
    import_id bigint not null,
    ordinal integer not null,
    file text not null,
    line bigint not null,
    column_name text not null,
    value text not null,
    code text not null,
    blocking boolean not null,
    constraint import_finding_pk primary key (import_id, ordinal),
    constraint import_finding_import_fk foreign key (import_id) references catalogue.timetable_import
);
comment on column catalogue.import_finding.import_id is 'class=internal; purpose=which import; retention=24 months';
comment on column catalogue.import_finding.ordinal is 'class=internal; purpose=order of work; retention=24 months';
comment on column catalogue.import_finding.file is 'class=internal; purpose=where; retention=24 months';
comment on column catalogue.import_finding.line is 'class=internal; purpose=where, 0 for the whole file; retention=24 months';
comment on column catalogue.import_finding.column_name is 'class=internal; purpose=where; retention=24 months';
comment on column catalogue.import_finding.value is 'class=internal; purpose=what stands there; retention=24 months';
comment on column catalogue.import_finding.code is 'class=internal; purpose=what is wrong; retention=24 months';
comment on column catalogue.import_finding.blocking is 'class=internal; purpose=whether it kept the import from loading; retention=24 months';
