-- why: privileges auctioned for points: one row per auction orders its bids, holds follow bids, closing can be done again
-- locks: none, new schema
-- undo: drop schema auctions cascade

create schema auctions;

create table auctions.auction (
    auction_id     bigint      generated always as identity,
    name_zh        text        not null,
    name_en        text        not null,
    benefit        text        not null,
    quota          integer     not null,
    valid_days     integer     not null,
    units          integer     not null,
    runners        integer     not null,
    least_bid      bigint      not null,
    step           bigint      not null,
    most_bid       bigint      not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null,
    window_seconds integer     not null,
    extend_seconds integer     not null,
    extensions     integer     not null default 0,
    max_extensions integer     not null,
    fallback_hours integer     not null,
    state          text        not null,
    last_sequence  bigint      not null default 0,
    price          bigint      not null,
    constraint auction_pk primary key (auction_id),
    constraint auction_state_known check (state in ('OPEN', 'CLOSING', 'CLOSED', 'CANCELLED')),
    constraint auction_extends_so_often check (extensions <= max_extensions),
    constraint auction_amounts_make_sense check (least_bid > 0 and step > 0 and most_bid >= least_bid and units > 0 and runners >= 0)
);

create index auction_due on auctions.auction (state, closes_at) where state in ('OPEN', 'CLOSING');

create table auctions.bid (
    auction_id   bigint      not null,
    member_id    bigint      not null,
    household_id bigint,
    most         bigint      not null,
    sequence     bigint      not null,
    placed_at    timestamptz not null,
    state        text        not null,
    price        bigint,
    constraint bid_pk primary key (auction_id, member_id),
    constraint bid_sequence_once unique (auction_id, sequence),
    constraint bid_state_known check (state in ('LEADING', 'WAITING', 'OUTBID', 'WINNING', 'WON', 'LOST', 'DISQUALIFIED'))
);

-- A family bids once at a time.
create unique index bid_once_per_household on auctions.bid (auction_id, household_id)
    where household_id is not null and state in ('LEADING', 'WAITING', 'WINNING', 'WON');
create index bid_of_member on auctions.bid (member_id);

-- A raise holds the difference; the parts of a bid's holds sum to its most.
create table auctions.bid_hold (
    auction_id bigint  not null,
    member_id  bigint  not null,
    nth        integer not null,
    amount     bigint  not null,
    captured   bigint  not null default 0,
    state      text    not null,
    constraint bid_hold_pk primary key (auction_id, member_id, nth),
    constraint bid_hold_state_known check (state in ('OPEN', 'FREED', 'RELEASED', 'CAPTURED', 'GIVEN_BACK')),
    constraint bid_hold_captures_at_most_itself check (captured >= 0 and captured <= amount)
);

create index bid_hold_freed on auctions.bid_hold (auction_id) where state = 'FREED';

-- Every accepted bid in its order; never changed.
create table auctions.bid_step (
    auction_id bigint      not null,
    sequence   bigint      not null,
    member_id  bigint      not null,
    most       bigint      not null,
    price      bigint      not null,
    is_leading boolean     not null,
    extended   boolean     not null,
    at         timestamptz not null,
    constraint bid_step_pk primary key (auction_id, sequence)
);

-- Column classes.
comment on column auctions.auction.auction_id is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.name_zh is 'class=public; purpose=auctions; retention=7 years';
comment on column auctions.auction.name_en is 'class=public; purpose=auctions; retention=7 years';
comment on column auctions.auction.benefit is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.quota is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.valid_days is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.units is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.runners is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.least_bid is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.step is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.most_bid is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.opens_at is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.closes_at is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.window_seconds is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.extend_seconds is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.extensions is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.max_extensions is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.fallback_hours is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.state is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.last_sequence is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.auction.price is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.auction_id is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.member_id is 'class=personal; purpose=auctions; retention=7 years';
comment on column auctions.bid.household_id is 'class=personal; purpose=auctions; retention=7 years';
comment on column auctions.bid.most is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.sequence is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.placed_at is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.state is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid.price is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.auction_id is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.member_id is 'class=personal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.nth is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.amount is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.captured is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_hold.state is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.auction_id is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.sequence is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.member_id is 'class=personal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.most is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.price is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.is_leading is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.extended is 'class=internal; purpose=auctions; retention=7 years';
comment on column auctions.bid_step.at is 'class=internal; purpose=auctions; retention=7 years';
