-- why: trials with phases, who was shown what, and what members spent, to judge trials by
-- locks: none, new schema
-- undo: drop schema experiment cascade
create schema experiment;

create table experiment.trial (
    trial_key  text        not null,
    name_zh    text        not null,
    name_en    text        not null,
    state      text        not null,
    phase      int         not null,
    design     jsonb       not null,
    began_at   timestamptz,
    stopped_at timestamptz,
    constraint trial_pk primary key (trial_key),
    constraint trial_state_is_known check (state in ('draft', 'running', 'stopped'))
);
comment on column experiment.trial.trial_key is 'class=internal; purpose=name for programs; retention=operator';
comment on column experiment.trial.name_zh is 'class=internal; purpose=shown; retention=operator';
comment on column experiment.trial.name_en is 'class=internal; purpose=shown; retention=operator';
comment on column experiment.trial.state is 'class=internal; purpose=progress; retention=operator';
comment on column experiment.trial.phase is 'class=internal; purpose=which assignment is analysed; retention=operator';
comment on column experiment.trial.design is 'class=internal; purpose=arms, weights, coverage, metrics; retention=operator';
comment on column experiment.trial.began_at is 'class=internal; purpose=beginning of the phase; retention=operator';
comment on column experiment.trial.stopped_at is 'class=internal; purpose=end of the trial; retention=operator';

create table experiment.exposure (
    member_id bigint      not null,
    trial_key text        not null,
    phase     int         not null,
    arm       int         not null,
    first_at  timestamptz not null,
    constraint exposure_pk primary key (member_id, trial_key, phase, arm)
);
create index exposure_by_trial on experiment.exposure (trial_key, phase);
comment on column experiment.exposure.member_id is 'class=personal; purpose=who was shown it; retention=24 months';
comment on column experiment.exposure.trial_key is 'class=internal; purpose=which trial; retention=24 months';
comment on column experiment.exposure.phase is 'class=internal; purpose=which phase; retention=24 months';
comment on column experiment.exposure.arm is 'class=internal; purpose=what was shown, the control too; retention=24 months';
comment on column experiment.exposure.first_at is 'class=personal; purpose=from when on results count; retention=24 months';

create table experiment.spend (
    member_id    bigint      not null,
    reference    text        not null,
    spent_at     timestamptz not null,
    amount_minor bigint      not null,
    constraint spend_pk primary key (member_id, reference)
);
create index spend_by_time on experiment.spend (member_id, spent_at);
comment on column experiment.spend.member_id is 'class=personal; purpose=who spent it; retention=24 months';
comment on column experiment.spend.reference is 'class=internal; purpose=counts once; retention=24 months';
comment on column experiment.spend.spent_at is 'class=personal; purpose=before or after exposure; retention=24 months';
comment on column experiment.spend.amount_minor is 'class=personal; purpose=metrics, refunds negative; retention=24 months';
