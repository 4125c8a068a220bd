-- why: a student is verified with evidence, and travels at the lower fare between home and school only
-- locks: none, new table
-- undo: drop table membership.student_record
create table membership.student_record (
    member_id        bigint not null,
    traveller_id     bigint not null,
    school           text   not null,
    enrolment_sealed bytea  not null,
    entered_on       date   not null,
    leaves_on        date   not null,
    home_city        text   not null,
    school_city      text   not null,
    constraint student_record_pk primary key (member_id, traveller_id),
    constraint student_leaves_after_entering check (leaves_on > entered_on),
    constraint student_lives_elsewhere check (home_city <> school_city)
);

comment on column membership.student_record.member_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.student_record.traveller_id is 'class=internal; purpose=identity; retention=membership';
comment on column membership.student_record.school is 'class=personal; purpose=evidence of the student fare; retention=membership';
comment on column membership.student_record.enrolment_sealed is 'class=sensitive; purpose=evidence of the student fare; retention=membership';
comment on column membership.student_record.entered_on is 'class=personal; purpose=evidence of the student fare; retention=membership';
comment on column membership.student_record.leaves_on is 'class=personal; purpose=evidence of the student fare; retention=membership';
comment on column membership.student_record.home_city is 'class=personal; purpose=where the student fare holds; retention=membership';
comment on column membership.student_record.school_city is 'class=personal; purpose=where the student fare holds; retention=membership';
