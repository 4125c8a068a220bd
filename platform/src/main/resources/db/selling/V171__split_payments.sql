-- why: an order is paid with points, stored value and cash; refunds go back to what paid
-- locks: none, new tables
-- undo: drop table booking.tender, booking.payment_plan
create table booking.payment_plan (
    member_id    bigint not null,
    order_id     bigint not null,
    points       bigint not null,
    points_minor bigint not null,
    stored_minor bigint not null,
    cash_minor   bigint not null,
    principal    bigint not null default 0,
    gift         bigint not null default 0,
    stored_back  bigint not null default 0,
    refund_order text   not null,
    state        text   not null default 'OPEN',
    constraint payment_plan_pk primary key (member_id, order_id),
    constraint payment_plan_of_order foreign key (member_id, order_id)
        references booking.orders (member_id, order_id),
    constraint payment_plan_state_known check (state in ('OPEN', 'PAID', 'LET_GO')),
    constraint payment_plan_refund_order_known check (refund_order in ('FIRST', 'LAST', 'RATIO')),
    constraint payment_plan_amounts check (points >= 0 and points_minor >= 0 and stored_minor >= 0
        and cash_minor >= 0 and stored_back between 0 and stored_minor),
    constraint payment_plan_card_adds_up check (state <> 'PAID' or principal + gift = stored_minor)
);

-- What paid each ticket; what came back of it never exceeds what it paid.
create table booking.tender (
    member_id  bigint  not null,
    order_id   bigint  not null,
    line       integer not null,
    kind       text    not null,
    amount     bigint  not null,
    minor      bigint  not null,
    back       bigint  not null default 0,
    back_minor bigint  not null default 0,
    constraint tender_pk primary key (member_id, order_id, line, kind),
    constraint tender_of_plan foreign key (member_id, order_id)
        references booking.payment_plan (member_id, order_id),
    constraint tender_kind_known check (kind in ('POINTS', 'STORED', 'CASH')),
    constraint tender_never_returns_more
        check (back between 0 and amount and back_minor between 0 and minor)
);

create index payment_plan_by_order on booking.payment_plan (order_id);

comment on column booking.payment_plan.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column booking.payment_plan.order_id is 'class=internal; purpose=order that is paid; retention=10 years';
comment on column booking.payment_plan.points is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.points_minor is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.stored_minor is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.cash_minor is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.principal is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.gift is 'class=internal; purpose=what paid the order; retention=10 years';
comment on column booking.payment_plan.stored_back is 'class=internal; purpose=what came back; retention=10 years';
comment on column booking.payment_plan.refund_order is 'class=internal; purpose=rule of refunds when it was paid; retention=10 years';
comment on column booking.payment_plan.state is 'class=internal; purpose=state of the payment; retention=10 years';
comment on column booking.tender.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column booking.tender.order_id is 'class=internal; purpose=order that is paid; retention=10 years';
comment on column booking.tender.line is 'class=internal; purpose=ticket that is paid; retention=10 years';
comment on column booking.tender.kind is 'class=internal; purpose=what paid the ticket; retention=10 years';
comment on column booking.tender.amount is 'class=internal; purpose=what paid the ticket; retention=10 years';
comment on column booking.tender.minor is 'class=internal; purpose=what paid the ticket; retention=10 years';
comment on column booking.tender.back is 'class=internal; purpose=what came back; retention=10 years';
comment on column booking.tender.back_minor is 'class=internal; purpose=what came back; retention=10 years';
