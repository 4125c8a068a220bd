-- why: two people at the claims desk must not work on one claim, and the desk wants to know how long one takes
-- locks: a short exclusive lock on wallet.claim
-- undo: alter table wallet.claim drop column taken_by, drop column taken_at, drop column taken_until
alter table wallet.claim
    add column taken_by    text,
    add column taken_at    timestamptz,
    add column taken_until timestamptz,
    add constraint claim_taken_whole check ((taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_until is null));

create index claim_decided on wallet.claim (decided_at) where decided_at is not null;

call wallet.describe_columns();
