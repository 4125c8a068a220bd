-- why: a gift can be declined, or taken back while nobody took it; the reward stays with its giver
-- locks: short, catalogue change only
-- undo: alter table benefits.reward_gift drop column declined_at

alter table benefits.reward_gift add column declined_at timestamptz
    constraint reward_gift_taken_or_declined check (declined_at is null or receiver is null);
create index reward_gift_of_giver on benefits.reward_gift (giver);

comment on column benefits.reward_gift.declined_at is 'class=internal; purpose=benefits; retention=7 years';
