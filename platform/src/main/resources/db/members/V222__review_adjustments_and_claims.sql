-- why: a person's correction needs a reason, a cap and above it a second person; missing points can be claimed
-- locks: none, new tables
-- undo: drop table wallet.adjustment, wallet.role_cap, wallet.claim

-- How many points somebody of a role may correct alone.
create table wallet.role_cap (
    role text   not null,
    cap  bigint not null,
    constraint role_cap_pk primary key (role)
);

insert into wallet.role_cap (role, cap)
values ('ticket_window', 500), ('operations', 5000), ('finance', 20000), ('administrator', 20000);

create table wallet.adjustment (
    adjustment_id bigint generated always as identity,
    member_id     bigint      not null,
    currency      text        not null,
    kind          text        not null,
    amount        bigint      not null,
    reason        text        not null,
    reference     uuid        not null,
    state         text        not null,
    asked_by      text        not null,
    asked_at      timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    decision      text,
    entry_no      bigint,
    constraint adjustment_pk primary key (adjustment_id),
    constraint adjustment_reference_once unique (reference),
    constraint adjustment_kind_known check (kind in ('CREDIT', 'DEDUCT', 'WRITE_OFF')),
    constraint adjustment_state_known check (state in ('WAITING', 'POSTED', 'REFUSED')),
    constraint adjustment_positive check (amount > 0),
    constraint adjustment_by_two_people check (decided_by is null or decided_by <> asked_by)
);

create index adjustment_waiting on wallet.adjustment (asked_at) where state = 'WAITING';
create index adjustment_of_member on wallet.adjustment (member_id, adjustment_id);

create table wallet.claim (
    claim_id   bigint generated always as identity,
    member_id  bigint      not null,
    order_ref  text        not null,
    trip_on    date        not null,
    evidence   text        not null,
    state      text        not null,
    asked_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision   text,
    points     bigint,
    constraint claim_pk primary key (claim_id),
    constraint claim_state_known check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    constraint claim_accepted_with_points check ((state = 'ACCEPTED') = (points is not null))
);

-- A rejected claim may be made again with better evidence; an open or accepted one not.
create unique index claim_once on wallet.claim (member_id, order_ref) where state <> 'REJECTED';
create index claim_open on wallet.claim (asked_at) where state = 'OPEN';

-- The journal itself says which lot became which.
drop table wallet.expiry_moved;

call wallet.describe_columns();
