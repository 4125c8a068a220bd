-- why: passes for a year with sites, uses per day, blackout days, pauses and renewal; one row per use decides which of two gates was first
-- locks: none, new schema
-- undo: drop schema passes cascade

create schema passes;

create table passes.site (
    code    text not null,
    name_zh text not null,
    name_en text not null,
    constraint site_pk primary key (code)
);

create table passes.product (
    product_id         bigint      generated always as identity,
    code               text        not null,
    name_zh            text        not null,
    name_en            text        not null,
    price_minor        bigint      not null,
    points_per_yuan    integer     not null,
    activation         text        not null,
    fixed_from         date,
    term_months        integer     not null,
    renew_days         integer     not null,
    grace_days         integer     not null,
    uses_per_day       integer     not null,
    gap_minutes        integer     not null,
    transferable       boolean     not null,
    extends_on_closure boolean     not null,
    replacement_minor  bigint      not null,
    open               boolean     not null,
    made_at            timestamptz not null,
    constraint product_pk primary key (product_id),
    constraint product_code_once unique (code),
    constraint product_price_positive check (price_minor > 0),
    constraint product_activation_known check (activation in ('NOW', 'NEXT_DAY', 'FIRST_USE', 'FIXED')),
    constraint product_fixed_has_a_day check ((activation = 'FIXED') = (fixed_from is not null)),
    constraint product_term_positive check (term_months > 0 and uses_per_day > 0)
);

create table passes.product_site (
    product_id bigint not null,
    site       text   not null,
    constraint product_site_pk primary key (product_id, site)
);

create table passes.blackout (
    product_id bigint not null,
    day        date   not null,
    constraint blackout_pk primary key (product_id, day)
);

create table passes.pass (
    pass_id      bigint      generated always as identity,
    member_id    bigint      not null,
    product_id   bigint      not null,
    state        text        not null,
    traveller_id bigint,
    media        integer     not null,
    order_ref    uuid        not null,
    paid_minor   bigint      not null,
    valid_from   date,
    valid_until  date,
    renews       bigint,
    blocked_for  text,
    ordered_at   timestamptz not null,
    paid_at      timestamptz,
    told_at      timestamptz,
    constraint pass_pk primary key (pass_id),
    constraint pass_once_per_order unique (order_ref),
    constraint pass_state_known check (state in ('ORDERED', 'PAID', 'BLOCKED', 'RETURNED', 'UPGRADED', 'CANCELLED')),
    constraint pass_runs_forward check (valid_from <= valid_until)
);

create index pass_of_member on passes.pass (member_id);
create index pass_ends on passes.pass (valid_until) where state = 'PAID';
-- A pass is renewed once.
create unique index pass_renewed_once on passes.pass (renews) where state in ('PAID', 'BLOCKED');

-- What is to pay: for a pass, its renewal, its upgrade, or a new card.
create table passes.bill (
    order_ref    uuid        not null,
    member_id    bigint      not null,
    pass_id      bigint      not null,
    kind         text        not null,
    state        text        not null,
    points       bigint      not null,
    cash_minor   bigint      not null,
    credit_minor bigint      not null,
    from_pass    bigint,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    constraint bill_pk primary key (order_ref),
    constraint bill_kind_known check (kind in ('PURCHASE', 'RENEWAL', 'UPGRADE', 'REPLACEMENT')),
    constraint bill_state_known check (state in ('OPEN', 'PAID', 'CANCELLED')),
    constraint bill_amounts_not_negative check (points >= 0 and cash_minor >= 0 and credit_minor >= 0)
);

create index bill_open on passes.bill (expires_at) where state = 'OPEN';

-- With what a pass was paid, so that a return goes to where it came from.
create table passes.tender (
    pass_id   bigint  not null,
    nth       integer not null,
    order_ref uuid    not null,
    kind      text    not null,
    amount    bigint  not null,
    minor     bigint  not null,
    returned  bigint  not null default 0,
    constraint tender_pk primary key (pass_id, nth),
    constraint tender_kind_known check (kind in ('CASH', 'POINTS')),
    constraint tender_never_returns_more check (returned >= 0 and returned <= amount)
);

create table passes.closure (
    closure_id bigint      generated always as identity,
    site       text        not null,
    first_day  date        not null,
    last_day   date        not null,
    cause_zh   text        not null,
    cause_en   text        not null,
    made_at    timestamptz not null,
    constraint closure_pk primary key (closure_id),
    constraint closure_runs_forward check (first_day <= last_day)
);

-- Days on which a pass rests; its end moves by those not counted before. Once per closure.
create table passes.pause (
    pass_id    bigint      not null,
    reference  uuid        not null,
    closure_id bigint,
    first_day  date        not null,
    last_day   date        not null,
    added_days integer     not null,
    cause_zh   text        not null,
    cause_en   text        not null,
    at         timestamptz not null,
    constraint pause_pk primary key (pass_id, reference),
    constraint pause_once_per_closure unique (pass_id, closure_id),
    constraint pause_runs_forward check (first_day <= last_day and added_days >= 0)
);

-- The key decides: of two gates that let the same turn through, the first to tell has the row.
create table passes.usage (
    pass_id bigint      not null,
    site    text        not null,
    day     date        not null,
    nth     integer     not null,
    use_ref uuid        not null,
    used_at timestamptz not null,
    told_at timestamptz not null,
    constraint usage_pk primary key (pass_id, site, day, nth),
    constraint usage_told_once unique (pass_id, use_ref)
);

create table passes.token_key (
    key_id      integer     not null,
    public_key  bytea       not null,
    private_key bytea       not null,
    made_at     timestamptz not null,
    constraint token_key_pk primary key (key_id)
);

-- Column classes.
comment on column passes.site.code is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.site.name_zh is 'class=public; purpose=passes; retention=7 years';
comment on column passes.site.name_en is 'class=public; purpose=passes; retention=7 years';
comment on column passes.product.product_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.code is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.name_zh is 'class=public; purpose=passes; retention=7 years';
comment on column passes.product.name_en is 'class=public; purpose=passes; retention=7 years';
comment on column passes.product.price_minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.points_per_yuan is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.activation is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.fixed_from is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.term_months is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.renew_days is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.grace_days is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.uses_per_day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.gap_minutes is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.transferable is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.extends_on_closure is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.replacement_minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.open is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product.made_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product_site.product_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.product_site.site is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.blackout.product_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.blackout.day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.pass_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.member_id is 'class=personal; purpose=passes; retention=7 years';
comment on column passes.pass.product_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.state is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.traveller_id is 'class=personal; purpose=passes; retention=7 years';
comment on column passes.pass.media is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.order_ref is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.paid_minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.valid_from is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.valid_until is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.renews is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.blocked_for is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.ordered_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.paid_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pass.told_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.order_ref is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.member_id is 'class=personal; purpose=passes; retention=7 years';
comment on column passes.bill.pass_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.kind is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.state is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.points is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.cash_minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.credit_minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.from_pass is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.opened_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.bill.expires_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.pass_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.nth is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.order_ref is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.kind is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.amount is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.minor is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.tender.returned is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.closure_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.site is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.first_day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.last_day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.cause_zh is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.cause_en is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.closure.made_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.pass_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.reference is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.closure_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.first_day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.last_day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.added_days is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.cause_zh is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.cause_en is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.pause.at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.pass_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.site is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.day is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.nth is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.use_ref is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.used_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.usage.told_at is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.token_key.key_id is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.token_key.public_key is 'class=internal; purpose=passes; retention=7 years';
comment on column passes.token_key.private_key is 'class=sensitive; purpose=passes; retention=7 years';
comment on column passes.token_key.made_at is 'class=internal; purpose=passes; retention=7 years';
