-- why: a student travels so many times a year at the lower fare, whoever buys the ticket
-- locks: none, new tables
-- undo: drop table booking.student_journey, booking.student_year
create table booking.student_year (
    person text     not null,
    year   smallint not null,
    used   integer  not null,
    constraint student_year_pk primary key (person, year),
    constraint student_year_not_negative check (used >= 0)
);

-- Which ticket took a journey, so that it gives back exactly that one, once.
create table booking.student_journey (
    member_id bigint      not null,
    order_id  bigint      not null,
    line      integer     not null,
    person    text        not null,
    year      smallint    not null,
    taken_at  timestamptz not null,
    constraint student_journey_pk primary key (member_id, order_id, line)
);

create index student_journey_of_person on booking.student_journey (person, year);

comment on column booking.student_year.person is 'class=personal; purpose=yearly limit of student journeys; retention=2 years';
comment on column booking.student_year.year is 'class=internal; purpose=yearly limit of student journeys; retention=2 years';
comment on column booking.student_year.used is 'class=personal; purpose=yearly limit of student journeys; retention=2 years';
comment on column booking.student_journey.member_id is 'class=internal; purpose=buyer; retention=2 years';
comment on column booking.student_journey.order_id is 'class=internal; purpose=order that took the journey; retention=2 years';
comment on column booking.student_journey.line is 'class=internal; purpose=ticket that took the journey; retention=2 years';
comment on column booking.student_journey.person is 'class=personal; purpose=yearly limit of student journeys; retention=2 years';
comment on column booking.student_journey.year is 'class=internal; purpose=yearly limit of student journeys; retention=2 years';
comment on column booking.student_journey.taken_at is 'class=internal; purpose=record; retention=2 years';
