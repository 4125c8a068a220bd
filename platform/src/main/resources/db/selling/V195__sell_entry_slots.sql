-- why: who has places in which entry slot of a park, and how many are taken
-- locks: none, new schema
-- undo: drop schema slots cascade
create schema slots;

create table slots.counter (
    park_code text not null,
    slot_date date not null,
    starts    time not null,
    taken     integer not null,
    capacity  integer not null,
    constraint counter_pk primary key (park_code, slot_date, starts),
    constraint slot_never_oversold check (taken between 0 and capacity)
);
comment on column slots.counter.park_code is 'class=public; purpose=where; retention=forever';
comment on column slots.counter.slot_date is 'class=public; purpose=day; retention=forever';
comment on column slots.counter.starts is 'class=public; purpose=entry from; retention=forever';
comment on column slots.counter.taken is 'class=internal; purpose=places held and sold; retention=forever';
comment on column slots.counter.capacity is 'class=public; purpose=places there are; retention=forever';

create table slots.slot_order (
    order_id     bigint generated always as identity,
    reference    uuid not null,
    member_id    bigint not null,
    park_code    text not null,
    slot_date    date not null,
    starts       time not null,
    ends         time not null,
    people       integer not null,
    amount_minor bigint not null,
    state        text not null,
    placed_at    timestamptz not null,
    expires_at   timestamptz not null,
    constraint slot_order_pk primary key (order_id),
    constraint slot_order_once unique (reference),
    constraint slot_order_state check (state in ('HELD', 'PAID', 'EXPIRED'))
);
create index slot_order_held on slots.slot_order (expires_at) where state = 'HELD';
create index slot_order_of_member on slots.slot_order (member_id, order_id desc);
comment on column slots.slot_order.order_id is 'class=internal; purpose=key; retention=10 years';
comment on column slots.slot_order.reference is 'class=internal; purpose=one order per request; retention=10 years';
comment on column slots.slot_order.member_id is 'class=personal; purpose=whose; retention=10 years';
comment on column slots.slot_order.park_code is 'class=public; purpose=where; retention=10 years';
comment on column slots.slot_order.slot_date is 'class=internal; purpose=day of the visit; retention=10 years';
comment on column slots.slot_order.starts is 'class=internal; purpose=entry from; retention=10 years';
comment on column slots.slot_order.ends is 'class=internal; purpose=entry until; retention=10 years';
comment on column slots.slot_order.people is 'class=internal; purpose=size of the party; retention=10 years';
comment on column slots.slot_order.amount_minor is 'class=internal; purpose=price in minor units; retention=10 years';
comment on column slots.slot_order.state is 'class=internal; purpose=HELD, PAID or EXPIRED; retention=10 years';
comment on column slots.slot_order.placed_at is 'class=internal; purpose=when; retention=10 years';
comment on column slots.slot_order.expires_at is 'class=internal; purpose=until when places wait for money; retention=10 years';
