-- why: passages of a member found to be one person with another go on with the one who stays, and come back when that is undone
-- locks: none, new table
-- undo: drop table journey.carried, journey.same_person
create table journey.carried (
    enrolment_id bigint      not null,
    member_id    bigint      not null,
    into_id      bigint      not null,
    home_id      bigint      not null,
    ended        jsonb,
    carried_at   timestamptz not null,
    constraint carried_pk primary key (member_id, enrolment_id)
);

-- What is heard of a member who went over is heard of the one who stays.
create table journey.same_person (
    member_id bigint not null,
    into_id   bigint not null,
    constraint same_person_pk primary key (member_id)
);
comment on column journey.same_person.member_id is 'class=personal; purpose=found to be one person with another; retention=membership';
comment on column journey.same_person.into_id is 'class=personal; purpose=the member who stays; retention=membership';
comment on column journey.carried.enrolment_id is 'class=internal; purpose=which passage; retention=membership';
comment on column journey.carried.member_id is 'class=personal; purpose=the member who went over; retention=membership';
comment on column journey.carried.into_id is 'class=personal; purpose=the member who stays; retention=membership';
comment on column journey.carried.home_id is 'class=personal; purpose=whose passage it was; retention=membership';
comment on column journey.carried.ended is 'class=internal; purpose=where it stood when it ended as merged; retention=membership';
comment on column journey.carried.carried_at is 'class=internal; purpose=when; retention=membership';
