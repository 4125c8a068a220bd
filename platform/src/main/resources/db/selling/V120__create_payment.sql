-- why: money promised (intent), received (capture), returned (refund); at most one capture per intent
-- locks: none, new schema
-- undo: drop schema payment cascade
create schema payment;

create table payment.intent (
    intent_id      bigint generated always as identity,
    order_ref      uuid not null,
    amount_minor   bigint not null,
    currency       text not null,
    subject        text not null,
    opened_at      timestamptz not null,
    captured_at    timestamptz,
    refunded_minor bigint not null default 0,
    constraint intent_pkey primary key (intent_id),
    constraint intent_once_per_order unique (order_ref),
    constraint intent_amount_is_positive check (amount_minor > 0),
    constraint refund_within_capture check (
        refunded_minor between 0 and case when captured_at is null then 0 else amount_minor end)
);

create table payment.capture (
    intent_id    bigint not null,
    gateway      text not null,
    gateway_ref  text not null,
    event_id     text not null,
    amount_minor bigint not null,
    captured_at  timestamptz not null,
    body         text not null,
    constraint capture_once_per_intent primary key (intent_id),
    constraint capture_once_per_gateway_ref unique (gateway, gateway_ref),
    constraint callback_counts_once unique (gateway, event_id),
    constraint capture_of_intent foreign key (intent_id) references payment.intent (intent_id)
);

create table payment.refund (
    refund_ref   uuid not null,
    intent_id    bigint not null,
    amount_minor bigint not null,
    reason       text not null,
    gateway      text not null,
    gateway_ref  text not null,
    requested_at timestamptz not null,
    constraint refund_once_per_reference primary key (refund_ref),
    constraint refund_amount_is_positive check (amount_minor > 0),
    constraint refund_of_intent foreign key (intent_id) references payment.intent (intent_id)
);
create index refund_by_intent on payment.refund (intent_id);

comment on column payment.intent.intent_id is 'class=internal; purpose=identity of the intent; retention=10 years';
comment on column payment.intent.order_ref is 'class=internal; purpose=order the money is for; retention=10 years';
comment on column payment.intent.amount_minor is 'class=internal; purpose=amount promised; retention=10 years';
comment on column payment.intent.currency is 'class=public; purpose=currency of the amount; retention=10 years';
comment on column payment.intent.subject is 'class=internal; purpose=line on the payment page; retention=10 years';
comment on column payment.intent.opened_at is 'class=internal; purpose=when payment began; retention=10 years';
comment on column payment.intent.captured_at is 'class=internal; purpose=when the money arrived; retention=10 years';
comment on column payment.intent.refunded_minor is 'class=internal; purpose=amount returned so far; retention=10 years';
comment on column payment.capture.intent_id is 'class=internal; purpose=intent that was paid; retention=10 years';
comment on column payment.capture.gateway is 'class=internal; purpose=payment provider; retention=10 years';
comment on column payment.capture.gateway_ref is 'class=internal; purpose=payment number of the provider; retention=10 years';
comment on column payment.capture.event_id is 'class=internal; purpose=tells a repeated callback; retention=10 years';
comment on column payment.capture.amount_minor is 'class=internal; purpose=amount received; retention=10 years';
comment on column payment.capture.captured_at is 'class=internal; purpose=when the money arrived; retention=10 years';
comment on column payment.capture.body is 'class=internal; purpose=callback as received, for disputes; retention=10 years';
comment on column payment.refund.refund_ref is 'class=internal; purpose=identity of the refund; retention=10 years';
comment on column payment.refund.intent_id is 'class=internal; purpose=payment that is returned; retention=10 years';
comment on column payment.refund.amount_minor is 'class=internal; purpose=amount returned; retention=10 years';
comment on column payment.refund.reason is 'class=internal; purpose=why money was returned; retention=10 years';
comment on column payment.refund.gateway is 'class=internal; purpose=payment provider; retention=10 years';
comment on column payment.refund.gateway_ref is 'class=internal; purpose=refund number of the provider; retention=10 years';
comment on column payment.refund.requested_at is 'class=internal; purpose=when the refund was asked for; retention=10 years';
