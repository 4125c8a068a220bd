-- why: an audit trail in which every entry carries the digest of the one before
-- locks: none, new schema
-- undo: drop schema trust cascade

create schema trust;

create table trust.audit_entry (
    sequence      bigint      not null,
    fact_position bigint      not null,
    occurred_at   timestamptz not null,
    actor         text        not null,
    action        text        not null,
    subject       bigint      not null,
    detail        text        not null,
    previous      text        not null,
    digest        text        not null,
    constraint audit_entry_pk primary key (sequence),
    constraint audit_entry_fact_once unique (fact_position)
);

comment on column trust.audit_entry.sequence is 'class=internal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.fact_position is 'class=internal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.occurred_at is 'class=internal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.actor is 'class=personal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.action is 'class=internal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.subject is 'class=personal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.detail is 'class=personal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.previous is 'class=internal; purpose=audit; retention=3 years';
comment on column trust.audit_entry.digest is 'class=internal; purpose=audit; retention=3 years';
