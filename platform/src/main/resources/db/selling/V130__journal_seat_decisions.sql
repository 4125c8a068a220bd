-- why: seats are decided in memory; the journal is what makes a decision true and its key is the fence
-- locks: none, new tables
-- undo: drop schema inventory cascade
create schema inventory;

create table inventory.seat_decision (
    run_id bigint not null,
    sequence bigint not null,
    decided_at timestamptz not null,
    seat_class text not null,
    hold_ref uuid,
    state text,
    from_call int,
    to_call int,
    seats int[],
    passenger_groups text[],
    channel text,
    expires_at timestamptz,
    cause text not null,
    step_key text not null,
    limits jsonb,
    constraint seat_decision_pk primary key (run_id, sequence),
    constraint seat_decision_is_one_thing check ((hold_ref is null) <> (limits is null)),
    constraint seat_decision_state_known
        check (state in ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED'))
);

comment on column inventory.seat_decision.run_id is 'class=internal; purpose=key of the run; retention=7 years';
comment on column inventory.seat_decision.sequence is 'class=internal; purpose=order of decisions and fence between writers; retention=7 years';
comment on column inventory.seat_decision.decided_at is 'class=internal; purpose=audit of seat decisions; retention=7 years';
comment on column inventory.seat_decision.seat_class is 'class=internal; purpose=which seats; retention=7 years';
comment on column inventory.seat_decision.hold_ref is 'class=internal; purpose=reference of the claim; retention=7 years';
comment on column inventory.seat_decision.state is 'class=internal; purpose=state of the claim after the decision; retention=7 years';
comment on column inventory.seat_decision.from_call is 'class=internal; purpose=where the claim begins; retention=7 years';
comment on column inventory.seat_decision.to_call is 'class=internal; purpose=where the claim ends; retention=7 years';
comment on column inventory.seat_decision.seats is 'class=internal; purpose=seat numbers within the class; retention=7 years';
comment on column inventory.seat_decision.passenger_groups is 'class=internal; purpose=which reserve each seat counts to; retention=7 years';
comment on column inventory.seat_decision.channel is 'class=internal; purpose=which channel cap the claim counts to; retention=7 years';
comment on column inventory.seat_decision.expires_at is 'class=internal; purpose=deadline of the hold; retention=7 years';
comment on column inventory.seat_decision.cause is 'class=internal; purpose=why seats were freed; retention=7 years';
comment on column inventory.seat_decision.step_key is 'class=internal; purpose=step of a release plan, applied once; retention=7 years';
comment on column inventory.seat_decision.limits is 'class=internal; purpose=limits put in force; retention=7 years';

create table inventory.seat_hold (
    run_id bigint not null,
    hold_ref uuid not null,
    seat_class text not null,
    from_call int not null,
    to_call int not null,
    seat_count int not null,
    state text not null,
    expires_at timestamptz not null,
    sequence bigint not null,
    constraint seat_hold_pk primary key (run_id, hold_ref),
    constraint seat_hold_counts_seats check (seat_count > 0),
    constraint seat_hold_state_known
        check (state in ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED'))
);

create index seat_hold_by_ref on inventory.seat_hold (hold_ref);
create index seat_hold_overdue on inventory.seat_hold (expires_at) where state = 'HELD';

comment on column inventory.seat_hold.run_id is 'class=internal; purpose=key of the run; retention=7 years';
comment on column inventory.seat_hold.hold_ref is 'class=internal; purpose=reference of the claim; retention=7 years';
comment on column inventory.seat_hold.seat_class is 'class=internal; purpose=which seats; retention=7 years';
comment on column inventory.seat_hold.from_call is 'class=internal; purpose=where the claim begins; retention=7 years';
comment on column inventory.seat_hold.to_call is 'class=internal; purpose=where the claim ends; retention=7 years';
comment on column inventory.seat_hold.seat_count is 'class=internal; purpose=size of the party; retention=7 years';
comment on column inventory.seat_hold.state is 'class=internal; purpose=newest state of the claim; retention=7 years';
comment on column inventory.seat_hold.expires_at is 'class=internal; purpose=finding overdue holds; retention=7 years';
comment on column inventory.seat_hold.sequence is 'class=internal; purpose=journal line of the newest state; retention=7 years';
