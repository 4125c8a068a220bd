-- why: one data key per person, so that erasing the key erases the person
-- locks: none, new table
-- undo: drop table foundation.person_key
create table foundation.person_key (
    person_id bigint not null,
    wrapped bytea not null,
    constraint person_key_pk primary key (person_id)
);
comment on column foundation.person_key.person_id is 'class=personal; purpose=whose key; retention=until erasure';
comment on column foundation.person_key.wrapped is 'class=sensitive; purpose=data key, sealed by the master key; retention=until erasure';
