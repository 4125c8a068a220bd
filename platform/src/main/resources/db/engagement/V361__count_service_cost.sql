-- why: trials are also judged by what serving a member costs
-- locks: none, new table
-- undo: drop table experiment.service_cost
create table experiment.service_cost (
    member_id    bigint      not null,
    reference    text        not null,
    spent_at     timestamptz not null,
    amount_minor bigint      not null,
    constraint service_cost_pk primary key (member_id, reference)
);
comment on column experiment.service_cost.member_id is 'class=personal; purpose=whom it was given to; retention=24 months';
comment on column experiment.service_cost.reference is 'class=internal; purpose=counts once; retention=24 months';
comment on column experiment.service_cost.spent_at is 'class=personal; purpose=before or after exposure; retention=24 months';
comment on column experiment.service_cost.amount_minor is 'class=personal; purpose=metrics, what came back negative; retention=24 months';
