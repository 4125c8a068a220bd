-- why: seats that points buy, set aside in waves before each departure and returned when not taken
-- locks: none, new schema
-- undo: drop schema awards cascade
create schema awards;

create table awards.offer (
    offer_id        bigint generated always as identity,
    train_code      text not null,
    seat_class      text not null,
    from_station    text not null,
    to_station      text not null,
    first_date      date not null,
    last_date       date not null,
    points_per_yuan integer not null,
    member_limit    integer not null,
    returns_minutes integer not null,
    waves           jsonb not null,
    open            boolean not null default true,
    made_by         text not null,
    made_at         timestamptz not null,
    constraint offer_pk primary key (offer_id),
    constraint offer_dates_rise check (first_date <= last_date),
    constraint offer_amounts_positive
        check (points_per_yuan > 0 and member_limit > 0 and returns_minutes >= 0)
);
-- One price and one set of waves at a time for a trip.
create unique index offer_once_while_open
    on awards.offer (train_code, seat_class, from_station, to_station) where open;

-- A seat of a wave on one run. Its hold in inventory keeps it from general sale.
create table awards.seat (
    offer_id  bigint not null,
    run_id    bigint not null,
    wave      integer not null,
    seat_no   integer not null,
    wave_size integer not null,
    hold_ref  uuid not null,
    car       text not null,
    seat      text not null,
    state     text not null,
    order_ref uuid,
    member_id bigint,
    set_aside_at timestamptz not null,
    constraint seat_pk primary key (offer_id, run_id, wave, seat_no),
    constraint seat_of_offer foreign key (offer_id) references awards.offer (offer_id),
    constraint award_never_beyond_wave check (seat_no between 1 and wave_size),
    constraint award_seat_once_per_order unique (order_ref),
    constraint award_seat_held_once unique (hold_ref),
    constraint award_seat_state_known check (state in ('ASIDE', 'TAKEN', 'RETURNED')),
    constraint award_seat_taken_by_somebody check (state <> 'TAKEN' or order_ref is not null)
);

-- How many award seats of one run a member has; the row makes the member's wishes take turns.
create table awards.taking (
    member_id bigint not null,
    offer_id  bigint not null,
    run_id    bigint not null,
    taken     integer not null,
    at_most   integer not null,
    constraint taking_pk primary key (member_id, offer_id, run_id),
    constraint award_limit_never_exceeded check (taken between 0 and at_most)
);
comment on column awards.offer.offer_id is 'class=internal; purpose=number of the offer; retention=3 years';
comment on column awards.offer.train_code is 'class=public; purpose=train; retention=3 years';
comment on column awards.offer.seat_class is 'class=public; purpose=class; retention=3 years';
comment on column awards.offer.from_station is 'class=public; purpose=trip; retention=3 years';
comment on column awards.offer.to_station is 'class=public; purpose=trip; retention=3 years';
comment on column awards.offer.first_date is 'class=public; purpose=first day; retention=3 years';
comment on column awards.offer.last_date is 'class=public; purpose=last day; retention=3 years';
comment on column awards.offer.points_per_yuan is 'class=public; purpose=price; retention=3 years';
comment on column awards.offer.member_limit is 'class=public; purpose=most per member and run; retention=3 years';
comment on column awards.offer.returns_minutes is 'class=public; purpose=when seats return to sale, before departure; retention=3 years';
comment on column awards.offer.waves is 'class=public; purpose=how many seats at which lead; retention=3 years';
comment on column awards.offer.open is 'class=internal; purpose=whether it holds; retention=3 years';
comment on column awards.offer.made_by is 'class=internal; purpose=who answers for it; retention=3 years';
comment on column awards.offer.made_at is 'class=internal; purpose=when it was made; retention=3 years';
comment on column awards.seat.offer_id is 'class=internal; purpose=offer of the seat; retention=3 years';
comment on column awards.seat.run_id is 'class=internal; purpose=train and date; retention=3 years';
comment on column awards.seat.wave is 'class=internal; purpose=wave it belongs to; retention=3 years';
comment on column awards.seat.seat_no is 'class=internal; purpose=place within the wave; retention=3 years';
comment on column awards.seat.wave_size is 'class=internal; purpose=seats of the wave; retention=3 years';
comment on column awards.seat.hold_ref is 'class=internal; purpose=seat in inventory; retention=3 years';
comment on column awards.seat.car is 'class=internal; purpose=seat; retention=3 years';
comment on column awards.seat.seat is 'class=internal; purpose=seat; retention=3 years';
comment on column awards.seat.state is 'class=internal; purpose=set aside, taken or returned; retention=3 years';
comment on column awards.seat.order_ref is 'class=internal; purpose=order that took it; retention=3 years';
comment on column awards.seat.member_id is 'class=internal; purpose=who took it; retention=3 years';
comment on column awards.seat.set_aside_at is 'class=internal; purpose=when the wave got it; retention=3 years';
comment on column awards.taking.member_id is 'class=internal; purpose=who; retention=3 years';
comment on column awards.taking.offer_id is 'class=internal; purpose=offer; retention=3 years';
comment on column awards.taking.run_id is 'class=internal; purpose=train and date; retention=3 years';
comment on column awards.taking.taken is 'class=internal; purpose=seats taken; retention=3 years';
comment on column awards.taking.at_most is 'class=internal; purpose=limit; retention=3 years';
