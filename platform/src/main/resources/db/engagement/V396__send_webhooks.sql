-- why: what happens here is told to systems of the operator, signed, again and again until heard
-- locks: none, new schema
-- undo: drop schema webhooks cascade

create schema webhooks;

create table webhooks.endpoint (
    id            bigint      generated always as identity,
    url           text        not null,
    secret_sealed bytea       not null,
    types         text[]      not null,
    state         text        not null default 'active',
    created_at    timestamptz not null,
    constraint endpoint_pk primary key (id),
    constraint endpoint_state_known check (state in ('active', 'paused', 'gone'))
);
comment on column webhooks.endpoint.id is 'class=internal; purpose=key; retention=forever';
comment on column webhooks.endpoint.url is 'class=internal; purpose=where to; retention=forever';
comment on column webhooks.endpoint.secret_sealed is 'class=sensitive; purpose=sign; retention=forever';
comment on column webhooks.endpoint.types is 'class=internal; purpose=which facts; retention=forever';
comment on column webhooks.endpoint.state is 'class=internal; purpose=whether to send; retention=forever';
comment on column webhooks.endpoint.created_at is 'class=internal; purpose=shown; retention=forever';

create table webhooks.delivery (
    id           bigint      generated always as identity,
    endpoint_id  bigint      not null,
    message_id   text        not null,
    type         text        not null,
    payload      text        not null,
    state        text        not null default 'pending',
    attempts     int         not null default 0,
    due_at       timestamptz not null,
    created_at   timestamptz not null,
    settled_at   timestamptz,
    constraint delivery_pk primary key (id),
    constraint delivery_once unique (endpoint_id, message_id),
    constraint delivery_state_known check (state in ('pending', 'delivered', 'failed'))
);
create index delivery_due_idx on webhooks.delivery (due_at) where state = 'pending';
comment on column webhooks.delivery.id is 'class=internal; purpose=key; retention=90 days';
comment on column webhooks.delivery.endpoint_id is 'class=internal; purpose=where to; retention=90 days';
comment on column webhooks.delivery.message_id is 'class=internal; purpose=told once, known again by the receiver; retention=90 days';
comment on column webhooks.delivery.type is 'class=internal; purpose=which fact; retention=90 days';
comment on column webhooks.delivery.payload is 'class=personal; purpose=what is sent; retention=90 days';
comment on column webhooks.delivery.state is 'class=internal; purpose=what became of it; retention=90 days';
comment on column webhooks.delivery.attempts is 'class=internal; purpose=back-off; retention=90 days';
comment on column webhooks.delivery.due_at is 'class=internal; purpose=next attempt, machine time; retention=90 days';
comment on column webhooks.delivery.created_at is 'class=internal; purpose=shown; retention=90 days';
comment on column webhooks.delivery.settled_at is 'class=internal; purpose=shown; retention=90 days';

create table webhooks.attempt (
    delivery_id bigint      not null,
    number      int         not null,
    at          timestamptz not null,
    status      int,
    error       text,
    took_millis int         not null,
    constraint attempt_pk primary key (delivery_id, number)
);
comment on column webhooks.attempt.delivery_id is 'class=internal; purpose=of what; retention=90 days';
comment on column webhooks.attempt.number is 'class=internal; purpose=order; retention=90 days';
comment on column webhooks.attempt.at is 'class=internal; purpose=when; retention=90 days';
comment on column webhooks.attempt.status is 'class=internal; purpose=what was answered; retention=90 days';
comment on column webhooks.attempt.error is 'class=internal; purpose=why nothing was; retention=90 days';
comment on column webhooks.attempt.took_millis is 'class=internal; purpose=shown; retention=90 days';
