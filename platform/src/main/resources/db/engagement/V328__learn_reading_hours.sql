-- why: advertising may wait for the hour at which its reader opens messages
-- locks: none, new table
-- undo: drop table messaging.habit
create table messaging.habit (
    member_id bigint             not null,
    hours     double precision[] not null,
    as_of     date               not null,
    constraint habit_pk primary key (member_id),
    constraint habit_of_a_day check (cardinality(hours) = 24)
);
comment on column messaging.habit.member_id is 'class=internal; purpose=whose; retention=membership';
comment on column messaging.habit.hours is 'class=personal; purpose=at which hours of the day messages are opened; retention=membership';
comment on column messaging.habit.as_of is 'class=internal; purpose=older openings weigh less; retention=membership';
