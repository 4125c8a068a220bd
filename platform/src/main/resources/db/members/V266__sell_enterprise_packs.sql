-- why: companies buy a number of benefits, give them to their people and take back what was not used
-- locks: none, new tables
-- undo: drop table benefits.enterprise_seat, benefits.enterprise_pack

create table benefits.enterprise_pack (
    pack_id     bigint      generated always as identity,
    buyer       text        not null,
    benefit     text        not null,
    seats       integer     not null,
    assigned    integer     not null default 0,
    quota       integer     not null,
    period      text        not null,
    valid_from  date        not null,
    valid_until date        not null,
    bought_at   timestamptz not null,
    constraint enterprise_pack_pk primary key (pack_id),
    constraint enterprise_pack_never_overbooked check (assigned >= 0 and assigned <= seats)
);

create table benefits.enterprise_seat (
    pack_id     bigint      not null,
    seat_no     integer     not null,
    member_id   bigint      not null,
    reference   uuid        not null,
    assigned_at timestamptz not null,
    recalled_at timestamptz,
    constraint enterprise_seat_pk primary key (pack_id, seat_no)
);
create unique index enterprise_seat_one_per_person
    on benefits.enterprise_seat (pack_id, member_id) where recalled_at is null;

-- Column classes.
comment on column benefits.enterprise_pack.pack_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.buyer is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.benefit is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.seats is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.assigned is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.quota is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.period is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.valid_from is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.valid_until is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_pack.bought_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.pack_id is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.seat_no is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.member_id is 'class=personal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.reference is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.assigned_at is 'class=internal; purpose=benefits; retention=7 years';
comment on column benefits.enterprise_seat.recalled_at is 'class=internal; purpose=benefits; retention=7 years';
