-- why: every journey with members due gets its share of a batch, so a million in one keeps nobody of another waiting
-- locks: short on journey.enrolment while the index is built
-- undo: restore enrolment_by_due of V340
drop index journey.enrolment_by_due;
create index enrolment_by_due on journey.enrolment (journey_id, wakes_at, member_id)
    where ended_at is null;
