-- why: rewards for points plus cash, with every step of an order kept
-- locks: none, new tables
-- undo: drop table benefits.reward_step, benefits.reward_order, benefits.reward

create table benefits.reward (
    reward_id         bigint  generated always as identity,
    name_zh           text    not null,
    name_en           text    not null,
    price_minor       bigint  not null,
    points_per_yuan   integer not null,
    least_share       integer not null,
    most_share        integer not null,
    first_use_points  bigint  not null,
    member_limit      integer not null,
    stock             bigint  not null,
    open              boolean not null,
    constraint reward_pk primary key (reward_id),
    constraint reward_price_positive check (price_minor > 0 and points_per_yuan > 0),
    constraint reward_shares_in_order check
        (least_share >= 0 and least_share <= most_share and most_share <= 10000 and most_share > 0),
    constraint reward_stock_not_negative check (stock >= 0)
);

create table benefits.reward_order (
    member_id   bigint      not null,
    order_ref   uuid        not null,
    reward_id   bigint      not null,
    state       text        not null,
    points      bigint      not null,
    cash_minor  bigint      not null,
    expires_at  timestamptz not null,
    placed_at   timestamptz not null,
    constraint reward_order_pk primary key (member_id, order_ref),
    constraint reward_order_state_known check (state in
        ('REQUESTED', 'HELD', 'CONFIRMED', 'FULFILLED', 'CANCELLED', 'EXPIRED', 'REVERSED'))
);
create index reward_order_by_reference on benefits.reward_order (order_ref);
create index reward_order_waiting on benefits.reward_order (expires_at) where state in ('REQUESTED', 'HELD');

create table benefits.reward_step (
    order_ref uuid        not null,
    step      integer     not null,
    state     text        not null,
    cause     text        not null,
    at        timestamptz not null,
    constraint reward_step_pk primary key (order_ref, step)
);

-- Column classes.
comment on column benefits.reward.reward_id is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.name_zh is 'class=public; purpose=rewards; retention=7 years';
comment on column benefits.reward.name_en is 'class=public; purpose=rewards; retention=7 years';
comment on column benefits.reward.price_minor is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.points_per_yuan is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.least_share is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.most_share is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.first_use_points is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.member_limit is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.stock is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward.open is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.member_id is 'class=personal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.order_ref is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.reward_id is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.state is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.points is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.cash_minor is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.expires_at is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_order.placed_at is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_step.order_ref is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_step.step is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_step.state is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_step.cause is 'class=internal; purpose=rewards; retention=7 years';
comment on column benefits.reward_step.at is 'class=internal; purpose=rewards; retention=7 years';
