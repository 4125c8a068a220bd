-- why: release plans are data with versions; each batch opens once per run
-- locks: none, new tables
-- undo: drop schema release cascade
create schema release;

create table release.plan (
    plan_id bigint generated always as identity,
    train_code text not null,
    seat_class text not null,
    version int not null,
    state text not null,
    sketch jsonb not null,
    author text not null,
    drafted_at timestamptz not null,
    published_at timestamptz,
    constraint plan_pk primary key (plan_id),
    constraint plan_version_once unique (train_code, seat_class, version),
    constraint plan_state_known check (state in ('DRAFT', 'PUBLISHED', 'RETIRED'))
);

create unique index plan_one_in_force on release.plan (train_code, seat_class)
    where state = 'PUBLISHED';

comment on column release.plan.plan_id is 'class=internal; purpose=key of the plan; retention=7 years';
comment on column release.plan.train_code is 'class=public; purpose=train the plan is for; retention=7 years';
comment on column release.plan.seat_class is 'class=public; purpose=class the plan is for; retention=7 years';
comment on column release.plan.version is 'class=internal; purpose=order of versions; retention=7 years';
comment on column release.plan.state is 'class=internal; purpose=whether it is in force; retention=7 years';
comment on column release.plan.sketch is 'class=internal; purpose=buckets, caps and batches; retention=7 years';
comment on column release.plan.author is 'class=internal; purpose=audit of release decisions; retention=7 years';
comment on column release.plan.drafted_at is 'class=internal; purpose=audit of release decisions; retention=7 years';
comment on column release.plan.published_at is 'class=internal; purpose=audit of release decisions; retention=7 years';

create table release.applied_batch (
    plan_id bigint not null,
    run_id bigint not null,
    batch_code text not null,
    applied_at timestamptz not null,
    constraint applied_batch_pk primary key (plan_id, run_id, batch_code)
);

comment on column release.applied_batch.plan_id is 'class=internal; purpose=which plan; retention=7 years';
comment on column release.applied_batch.run_id is 'class=internal; purpose=on which run; retention=7 years';
comment on column release.applied_batch.batch_code is 'class=internal; purpose=which batch, applied once; retention=7 years';
comment on column release.applied_batch.applied_at is 'class=internal; purpose=audit of release decisions; retention=7 years';
