-- why: one ticket of a party may be given back while the others travel
-- locks: brief exclusive lock, no rewrite (constant default)
-- undo: alter table inventory.seat_decision drop column seats_freed
alter table inventory.seat_decision
    add column seats_freed int not null default 0,
    add constraint seat_decision_frees_seats check (seats_freed >= 0);

comment on column inventory.seat_decision.seats_freed is 'class=internal; purpose=seats taken out of a claim that goes on; retention=7 years';
