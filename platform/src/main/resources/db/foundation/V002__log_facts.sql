-- why: facts of all modules, in one durable log, read behind the oldest running transaction
-- locks: none, new tables
-- undo: drop table foundation.fact_dead_letter, foundation.fact_cursor, foundation.fact
create table foundation.fact (
    position bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    type text not null,
    subject bigint not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body jsonb not null,
    constraint fact_pk primary key (tx, position)
);
create index fact_type_idx on foundation.fact (type, tx, position);
create index fact_subject_idx on foundation.fact (subject, tx, position);
comment on column foundation.fact.position is 'class=internal; purpose=order inside a transaction; retention=as body';
comment on column foundation.fact.tx is 'class=internal; purpose=order between transactions; retention=as body';
comment on column foundation.fact.type is 'class=internal; purpose=which record the body is; retention=as body';
comment on column foundation.fact.subject is 'class=personal; purpose=whom or what the fact is about; retention=as body';
comment on column foundation.fact.occurred_at is 'class=internal; purpose=business time; retention=as body';
comment on column foundation.fact.recorded_at is 'class=internal; purpose=world time of recording; retention=as body';
comment on column foundation.fact.body is 'class=personal; purpose=what happened, ids only; retention=36 months';

create table foundation.fact_cursor (
    reader text not null,
    tx xid8 not null default '0',
    position bigint not null default 0,
    failures int not null default 0,
    retry_at timestamptz,
    last_error text,
    constraint fact_cursor_pk primary key (reader)
);
comment on column foundation.fact_cursor.reader is 'class=internal; purpose=name of the reader; retention=forever';
comment on column foundation.fact_cursor.tx is 'class=internal; purpose=how far it read; retention=forever';
comment on column foundation.fact_cursor.position is 'class=internal; purpose=how far it read; retention=forever';
comment on column foundation.fact_cursor.failures is 'class=internal; purpose=back-off of a failing reader; retention=forever';
comment on column foundation.fact_cursor.retry_at is 'class=internal; purpose=back-off, machine time; retention=forever';
comment on column foundation.fact_cursor.last_error is 'class=internal; purpose=why it fails; retention=forever';

create table foundation.fact_dead_letter (
    reader text not null,
    tx xid8 not null,
    position bigint not null,
    error text not null,
    failed_at timestamptz not null,
    constraint fact_dead_letter_pk primary key (reader, tx, position)
);
comment on column foundation.fact_dead_letter.reader is 'class=internal; purpose=reader that gave up; retention=36 months';
comment on column foundation.fact_dead_letter.tx is 'class=internal; purpose=fact it gave up on; retention=36 months';
comment on column foundation.fact_dead_letter.position is 'class=internal; purpose=fact it gave up on; retention=36 months';
comment on column foundation.fact_dead_letter.error is 'class=internal; purpose=why; retention=36 months';
comment on column foundation.fact_dead_letter.failed_at is 'class=internal; purpose=when; retention=36 months';
