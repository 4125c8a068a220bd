-- why: a ticket is changed to another train, class or seat; never are both valid and never none
-- locks: a column without a rewrite; one check of booking.ticket is replaced, which reads the table once
-- undo: drop table booking.ticket_change; drop index booking.one_valid_ticket_of_a_chain; drop the column; put the old check back
alter table booking.ticket add column chain bigint;
alter table booking.ticket drop constraint ticket_status_known;
alter table booking.ticket add constraint ticket_status_known check (
    status in ('held', 'issued', 'checked_in', 'completed', 'refunded', 'changed', 'void'));

-- Of all tickets that came out of one by changes, one lets somebody travel.
create unique index one_valid_ticket_of_a_chain on booking.ticket (member_id, chain)
    where chain is not null and status in ('issued', 'checked_in', 'completed');

-- A change is an order of its own: what is still to pay of the new ticket, and the fee.
create table booking.ticket_change (
    member_id      bigint      not null,
    order_id       bigint      not null,
    old_ticket_id  bigint      not null,
    old_order_id   bigint      not null,
    nth            integer     not null,
    upgrade        boolean     not null,
    fee_minor      bigint      not null,
    carried_minor  bigint      not null,
    returned_minor bigint      not null,
    kept_minor     bigint      not null,
    carried_back   bigint      not null default 0,
    own_back       bigint      not null default 0,
    by_whom        text        not null,
    opened_at      timestamptz not null,
    done_at        timestamptz,
    constraint ticket_change_pk primary key (member_id, order_id),
    constraint ticket_change_of_order foreign key (member_id, order_id)
        references booking.orders (member_id, order_id),
    constraint ticket_change_amounts check (nth > 0 and fee_minor >= 0 and carried_minor >= 0
        and returned_minor >= 0 and kept_minor >= 0 and own_back >= 0),
    constraint carried_never_returns_more check (carried_back between 0 and carried_minor)
);
create unique index ticket_changed_once on booking.ticket_change (member_id, old_ticket_id)
    where done_at is not null;
create index ticket_change_by_old_order on booking.ticket_change (member_id, old_order_id);

comment on column booking.ticket.chain is 'class=internal; purpose=first ticket of a row of changes; retention=10 years';
comment on column booking.ticket_change.member_id is 'class=internal; purpose=buyer; retention=10 years';
comment on column booking.ticket_change.order_id is 'class=internal; purpose=order of the change; retention=10 years';
comment on column booking.ticket_change.old_ticket_id is 'class=internal; purpose=ticket that is changed; retention=10 years';
comment on column booking.ticket_change.old_order_id is 'class=internal; purpose=order of the ticket that is changed; retention=10 years';
comment on column booking.ticket_change.nth is 'class=internal; purpose=limit of changes; retention=10 years';
comment on column booking.ticket_change.upgrade is 'class=internal; purpose=a better class on the same train; retention=10 years';
comment on column booking.ticket_change.fee_minor is 'class=internal; purpose=fee of the change; retention=10 years';
comment on column booking.ticket_change.carried_minor is 'class=internal; purpose=value of the old ticket in the new one; retention=10 years';
comment on column booking.ticket_change.returned_minor is 'class=internal; purpose=difference returned; retention=10 years';
comment on column booking.ticket_change.kept_minor is 'class=internal; purpose=difference not returned by the rules; retention=10 years';
comment on column booking.ticket_change.carried_back is 'class=internal; purpose=what of the carried value was returned later; retention=10 years';
comment on column booking.ticket_change.own_back is 'class=internal; purpose=what of the payment of the change was returned later; retention=10 years';
comment on column booking.ticket_change.by_whom is 'class=internal; purpose=who changed it; retention=10 years';
comment on column booking.ticket_change.opened_at is 'class=internal; purpose=record; retention=10 years';
comment on column booking.ticket_change.done_at is 'class=internal; purpose=record; retention=10 years';
