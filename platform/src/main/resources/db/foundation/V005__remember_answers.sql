-- why: a write repeated with the same key gets the stored answer
-- locks: none, new table
-- undo: drop table foundation.idempotency
create table foundation.idempotency (
    caller text not null,
    key text not null,
    fingerprint bytea not null,
    status int not null,
    headers jsonb not null,
    body bytea not null,
    stored_at timestamptz not null,
    constraint idempotency_pk primary key (caller, key)
);
create index idempotency_age_idx on foundation.idempotency (stored_at);
comment on column foundation.idempotency.caller is 'class=personal; purpose=whose key; retention=3 days';
comment on column foundation.idempotency.key is 'class=internal; purpose=key chosen by the caller; retention=3 days';
comment on column foundation.idempotency.fingerprint is 'class=internal; purpose=tells another body; retention=3 days';
comment on column foundation.idempotency.status is 'class=internal; purpose=stored answer; retention=3 days';
comment on column foundation.idempotency.headers is 'class=internal; purpose=stored answer; retention=3 days';
comment on column foundation.idempotency.body is 'class=personal; purpose=stored answer; retention=3 days';
comment on column foundation.idempotency.stored_at is 'class=internal; purpose=machine time, for removal; retention=3 days';
