-- why: rows from files: what they would do, what they did, and how to undo it
-- locks: none, new schema
-- undo: drop schema intake cascade
create schema intake;

create table intake.file (
    id bigint generated always as identity,
    subject text not null,
    name text not null,
    headings text[] not null,
    columns text[] not null,
    rows bigint not null,
    state text not null,
    made bigint not null default 0,
    updated bigint not null default 0,
    unchanged bigint not null default 0,
    rejected bigint not null default 0,
    undone bigint not null default 0,
    owner text not null,
    approved_by text,
    job_id bigint,
    created_at timestamptz not null,
    ended_at timestamptz,
    constraint file_pk primary key (id),
    constraint file_state_known check (state in
        ('uploaded', 'checking', 'checked', 'running', 'done', 'partial', 'cancelled', 'undoing', 'undone', 'partly_undone')),
    constraint file_approved_by_another check (approved_by is null or approved_by <> owner)
);

-- The rows as they came, sealed because they are personal; dropped when nothing needs them any more.
create table intake.chunk (
    file_id bigint not null,
    number integer not null,
    first_line integer not null,
    lines integer not null,
    sealed bytea not null,
    constraint chunk_pk primary key (file_id, number)
);

create table intake.fault (
    file_id bigint not null,
    line integer not null,
    place integer not null,
    column_key text not null,
    why_zh text not null,
    why_en text not null,
    constraint fault_pk primary key (file_id, line, place)
);

create table intake.effect (
    file_id bigint not null,
    line integer not null,
    made boolean not null,
    target text not null,
    before_sealed bytea,
    undone boolean not null default false,
    constraint effect_pk primary key (file_id, line)
);

comment on column intake.file.id is 'class=internal; purpose=identity; retention=3 years';
comment on column intake.file.subject is 'class=internal; purpose=what the rows are; retention=3 years';
comment on column intake.file.name is 'class=internal; purpose=as uploaded; retention=3 years';
comment on column intake.file.headings is 'class=internal; purpose=as uploaded; retention=3 years';
comment on column intake.file.columns is 'class=internal; purpose=what each heading means; retention=3 years';
comment on column intake.file.rows is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.state is 'class=internal; purpose=progress; retention=3 years';
comment on column intake.file.made is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.updated is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.unchanged is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.rejected is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.undone is 'class=internal; purpose=count; retention=3 years';
comment on column intake.file.owner is 'class=personal; purpose=audit; retention=3 years';
comment on column intake.file.approved_by is 'class=personal; purpose=audit; retention=3 years';
comment on column intake.file.job_id is 'class=internal; purpose=progress; retention=3 years';
comment on column intake.file.created_at is 'class=internal; purpose=audit; retention=3 years';
comment on column intake.file.ended_at is 'class=internal; purpose=window of undo; retention=3 years';
comment on column intake.chunk.file_id is 'class=internal; purpose=identity; retention=30 days';
comment on column intake.chunk.number is 'class=internal; purpose=order; retention=30 days';
comment on column intake.chunk.first_line is 'class=internal; purpose=order; retention=30 days';
comment on column intake.chunk.lines is 'class=internal; purpose=count; retention=30 days';
comment on column intake.chunk.sealed is 'class=sensitive; purpose=rows as uploaded; retention=30 days';
comment on column intake.fault.file_id is 'class=internal; purpose=identity; retention=30 days';
comment on column intake.fault.line is 'class=internal; purpose=where; retention=30 days';
comment on column intake.fault.place is 'class=internal; purpose=order; retention=30 days';
comment on column intake.fault.column_key is 'class=internal; purpose=where; retention=30 days';
comment on column intake.fault.why_zh is 'class=personal; purpose=reason in words; retention=30 days';
comment on column intake.fault.why_en is 'class=personal; purpose=reason in words; retention=30 days';
comment on column intake.effect.file_id is 'class=internal; purpose=identity; retention=3 years';
comment on column intake.effect.line is 'class=internal; purpose=identity; retention=3 years';
comment on column intake.effect.made is 'class=internal; purpose=undo; retention=3 years';
comment on column intake.effect.target is 'class=internal; purpose=undo; retention=3 years';
comment on column intake.effect.before_sealed is 'class=sensitive; purpose=undo; retention=3 years';
comment on column intake.effect.undone is 'class=internal; purpose=undo; retention=3 years';
