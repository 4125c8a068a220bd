-- why: a simulated clock must go on after a restart where it stood
-- locks: none, new table
-- undo: drop table foundation.world_clock
create schema if not exists foundation;

create table foundation.world_clock (
    only_row boolean not null,
    world_at timestamptz not null,
    machine_at timestamptz not null,
    ticking boolean not null,
    constraint world_clock_pk primary key (only_row),
    constraint world_clock_one_row_chk check (only_row)
);
comment on column foundation.world_clock.only_row is 'class=internal; purpose=keeps the table at one row; retention=forever';
comment on column foundation.world_clock.world_at is 'class=internal; purpose=simulated time; retention=forever';
comment on column foundation.world_clock.machine_at is 'class=internal; purpose=simulated time; retention=forever';
comment on column foundation.world_clock.ticking is 'class=internal; purpose=simulated time; retention=forever';
