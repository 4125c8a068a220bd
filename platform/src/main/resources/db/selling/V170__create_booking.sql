-- why: orders, tickets, and the promise that one person is on one train at a time
-- locks: none, new schema; the extension btree_gist is trusted, the database owner may create it
-- undo: drop schema booking cascade
create schema booking;
create extension if not exists btree_gist;

-- What belongs to a member leads with member_id, so that the tables can be distributed by it.
create sequence booking.order_number;
create sequence booking.ticket_number;

create table booking.orders (
    member_id      bigint not null,
    order_id       bigint not null,
    order_ref      uuid not null,
    status         text not null,
    run_id         bigint not null,
    train_code     text not null,
    service_date   date not null,
    seat_class     text not null,
    from_call      integer not null,
    to_call        integer not null,
    from_station   text not null,
    from_zh        text not null,
    from_en        text not null,
    departs_at     timestamptz not null,
    to_station     text not null,
    to_zh          text not null,
    to_en          text not null,
    arrives_at     timestamptz not null,
    amount_minor   bigint not null,
    currency       text not null,
    placed_at      timestamptz not null,
    expires_at     timestamptz not null,
    hold_ref       uuid,
    settled_at     timestamptz,
    source         text not null default 'sale',
    constraint orders_pkey primary key (member_id, order_id),
    constraint order_once_per_reference unique (member_id, order_ref),
    constraint order_status_known check (status in ('held', 'paid', 'cancelled', 'expired')),
    constraint order_goes_forward check (from_call < to_call),
    constraint order_amount_not_negative check (amount_minor >= 0)
);
create index orders_by_number on booking.orders (order_id);
create index orders_by_reference on booking.orders (order_ref);
create index orders_waiting on booking.orders (expires_at) where status = 'held';

create table booking.ticket (
    member_id       bigint not null,
    ticket_id       bigint not null,
    order_id        bigint not null,
    line            integer not null,
    traveller_id    bigint not null,
    passenger_group text not null,
    fare_minor      bigint not null,
    car             text not null,
    seat            text not null,
    status          text not null,
    departs_at      timestamptz not null,
    arrives_at      timestamptz not null,
    issued_at       timestamptz,
    checked_in_at   timestamptz,
    completed_at    timestamptz,
    refunded_at     timestamptz,
    refund_minor    bigint not null default 0,
    constraint ticket_pkey primary key (member_id, ticket_id),
    constraint ticket_once_per_line unique (member_id, order_id, line),
    constraint ticket_of_order foreign key (member_id, order_id)
        references booking.orders (member_id, order_id),
    constraint ticket_status_known check (
        status in ('held', 'issued', 'checked_in', 'completed', 'refunded', 'void')),
    constraint ticket_is_boarded_or_refunded check (checked_in_at is null or refunded_at is null),
    constraint ticket_refund_within_fare check (refund_minor between 0 and fare_minor)
);
create index ticket_by_number on booking.ticket (ticket_id);
create index ticket_by_departure on booking.ticket (member_id, departs_at desc, ticket_id desc);
create index ticket_on_the_way on booking.ticket (arrives_at) where status = 'checked_in';

-- One person (by document, whoever bought the ticket) is on one train at a time.
create table booking.trip_claim (
    person    text not null,
    during    tstzrange not null,
    member_id bigint not null,
    order_id  bigint not null,
    line      integer not null,
    constraint one_trip_at_a_time exclude using gist (person with =, during with &&)
);
create index trip_claim_by_order on booking.trip_claim (member_id, order_id);

create table booking.ticket_key (
    key_id      integer not null,
    public_key  bytea not null,
    private_key bytea not null,
    made_at     timestamptz not null,
    constraint ticket_key_pkey primary key (key_id)
);

-- Share of the fare kept when a ticket is given back so long before departure.
create table booking.refund_fee (
    minutes_before bigint not null,
    fee_permille   integer not null,
    constraint refund_fee_pkey primary key (minutes_before),
    constraint refund_fee_is_a_share check (fee_permille between 0 and 1000)
);
insert into booking.refund_fee (minutes_before, fee_permille)
values (11520, 0), (2880, 50), (1440, 100), (0, 200);

comment on column booking.orders.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column booking.orders.order_id is 'class=internal; purpose=number of the order; retention=10 years';
comment on column booking.orders.order_ref is 'class=internal; purpose=one purchase, one order; retention=10 years';
comment on column booking.orders.status is 'class=internal; purpose=state of the order; retention=10 years';
comment on column booking.orders.run_id is 'class=internal; purpose=train and date; 0 before this timetable; retention=10 years';
comment on column booking.orders.train_code is 'class=internal; purpose=train as printed; retention=10 years';
comment on column booking.orders.service_date is 'class=internal; purpose=date at the first call; retention=10 years';
comment on column booking.orders.seat_class is 'class=internal; purpose=class bought; retention=10 years';
comment on column booking.orders.from_call is 'class=internal; purpose=boarding call; retention=10 years';
comment on column booking.orders.to_call is 'class=internal; purpose=leaving call; retention=10 years';
comment on column booking.orders.from_station is 'class=internal; purpose=boarding station; retention=10 years';
comment on column booking.orders.from_zh is 'class=internal; purpose=station name as sold; retention=10 years';
comment on column booking.orders.from_en is 'class=internal; purpose=station name as sold; retention=10 years';
comment on column booking.orders.departs_at is 'class=internal; purpose=departure as sold; retention=10 years';
comment on column booking.orders.to_station is 'class=internal; purpose=leaving station; retention=10 years';
comment on column booking.orders.to_zh is 'class=internal; purpose=station name as sold; retention=10 years';
comment on column booking.orders.to_en is 'class=internal; purpose=station name as sold; retention=10 years';
comment on column booking.orders.arrives_at is 'class=internal; purpose=arrival as sold; retention=10 years';
comment on column booking.orders.amount_minor is 'class=internal; purpose=amount to pay; retention=10 years';
comment on column booking.orders.currency is 'class=public; purpose=currency of the amount; retention=10 years';
comment on column booking.orders.placed_at is 'class=internal; purpose=when the order was placed; retention=10 years';
comment on column booking.orders.expires_at is 'class=internal; purpose=until when seats wait for money; retention=10 years';
comment on column booking.orders.hold_ref is 'class=internal; purpose=seats in inventory; retention=10 years';
comment on column booking.orders.settled_at is 'class=internal; purpose=when the payment was dealt with; retention=10 years';
comment on column booking.orders.source is 'class=internal; purpose=sale or demo; retention=10 years';
comment on column booking.ticket.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column booking.ticket.ticket_id is 'class=internal; purpose=number of the ticket; retention=10 years';
comment on column booking.ticket.order_id is 'class=internal; purpose=order of the ticket; retention=10 years';
comment on column booking.ticket.line is 'class=internal; purpose=place in the order; retention=10 years';
comment on column booking.ticket.traveller_id is 'class=personal; purpose=who travels; retention=10 years';
comment on column booking.ticket.passenger_group is 'class=personal; purpose=group the fare is for; retention=10 years';
comment on column booking.ticket.fare_minor is 'class=internal; purpose=fare of the ticket; retention=10 years';
comment on column booking.ticket.car is 'class=internal; purpose=seat; retention=10 years';
comment on column booking.ticket.seat is 'class=internal; purpose=seat; retention=10 years';
comment on column booking.ticket.status is 'class=internal; purpose=state of the ticket; retention=10 years';
comment on column booking.ticket.departs_at is 'class=internal; purpose=departure as sold; retention=10 years';
comment on column booking.ticket.arrives_at is 'class=internal; purpose=arrival as sold; retention=10 years';
comment on column booking.ticket.issued_at is 'class=internal; purpose=when the ticket was issued; retention=10 years';
comment on column booking.ticket.checked_in_at is 'class=internal; purpose=when the gate let the traveller in; retention=10 years';
comment on column booking.ticket.completed_at is 'class=internal; purpose=when the trip was completed; retention=10 years';
comment on column booking.ticket.refunded_at is 'class=internal; purpose=when the ticket was given back; retention=10 years';
comment on column booking.ticket.refund_minor is 'class=internal; purpose=amount returned; retention=10 years';
comment on column booking.trip_claim.person is 'class=personal; purpose=blind key of the document, one trip at a time; retention=until arrival';
comment on column booking.trip_claim.during is 'class=personal; purpose=time on the train; retention=until arrival';
comment on column booking.trip_claim.member_id is 'class=internal; purpose=buyer; retention=until arrival';
comment on column booking.trip_claim.order_id is 'class=internal; purpose=order of the claim; retention=until arrival';
comment on column booking.trip_claim.line is 'class=internal; purpose=line of the claim; retention=until arrival';
comment on column booking.ticket_key.key_id is 'class=internal; purpose=key named in ticket codes; retention=2 years after last use';
comment on column booking.ticket_key.public_key is 'class=public; purpose=gates verify with it; retention=2 years after last use';
comment on column booking.ticket_key.private_key is 'class=sensitive; purpose=signs ticket codes, sealed; retention=2 years after last use';
comment on column booking.ticket_key.made_at is 'class=internal; purpose=age of the key; retention=2 years after last use';
comment on column booking.refund_fee.minutes_before is 'class=public; purpose=at least so long before departure; retention=forever';
comment on column booking.refund_fee.fee_permille is 'class=public; purpose=share of the fare kept; retention=forever';
