-- why: tags kept here and tags staff sets in WeCom are one; matched by WeCom's number, so names may change on either side
-- locks: short on outreach.contact
-- undo: drop table outreach.tag_difference, outreach.tag_change, outreach.tag_mark, outreach.tag_match, outreach.corp_tag; alter table outreach.contact drop column tags, drop column seen_before

alter table outreach.contact add column tags text[] not null default '{}';
alter table outreach.contact add column seen_before timestamptz;
comment on column outreach.contact.seen_before is 'class=internal; purpose=the look before the last: what changed there changed after it; retention=membership';
comment on column outreach.contact.tags is 'class=personal; purpose=corporate tags this member of staff sees on the customer; retention=membership';

create table outreach.corp_tag (
    account   text        not null,
    corp_tag  text        not null,
    name      text        not null,
    in_group  text        not null,
    synced_at timestamptz not null,
    constraint corp_tag_pk primary key (account, corp_tag)
);
comment on column outreach.corp_tag.account is 'class=internal; purpose=which company; retention=operator';
comment on column outreach.corp_tag.corp_tag is 'class=internal; purpose=the tag, by the number of WeCom; retention=operator';
comment on column outreach.corp_tag.name is 'class=internal; purpose=what it is called there; retention=operator';
comment on column outreach.corp_tag.in_group is 'class=internal; purpose=its group there; retention=operator';
comment on column outreach.corp_tag.synced_at is 'class=internal; purpose=what the last reconcile did not see is gone; retention=operator';

create table outreach.tag_match (
    account    text        not null,
    tag        text        not null,
    corp_tag   text,
    name_told  text        not null,
    problem    text,
    matched_by text        not null,
    matched_at timestamptz not null,
    constraint tag_match_pk primary key (account, tag),
    constraint tag_match_once unique (account, corp_tag)
);
comment on column outreach.tag_match.account is 'class=internal; purpose=which company; retention=operator';
comment on column outreach.tag_match.tag is 'class=internal; purpose=our tag; retention=operator';
comment on column outreach.tag_match.corp_tag is 'class=internal; purpose=the same tag in WeCom; empty until it is made there; retention=operator';
comment on column outreach.tag_match.name_told is 'class=internal; purpose=which name WeCom was told, to tell it of another; retention=operator';
comment on column outreach.tag_match.problem is 'class=internal; purpose=why WeCom did not take it; retention=operator';
comment on column outreach.tag_match.matched_by is 'class=internal; purpose=who matched them; retention=operator';
comment on column outreach.tag_match.matched_at is 'class=internal; purpose=when; retention=operator';

-- What WeCom was last known to have, whoever brought it there: a difference from it is a change made there.
create table outreach.tag_mark (
    account  text        not null,
    customer text        not null,
    tag      text        not null,
    carried  boolean     not null,
    at       timestamptz not null,
    constraint tag_mark_pk primary key (account, customer, tag),
    constraint tag_mark_of_customer foreign key (account, customer)
        references outreach.customer (account, customer) on delete cascade
);
comment on column outreach.tag_mark.account is 'class=internal; purpose=which company; retention=membership';
comment on column outreach.tag_mark.customer is 'class=personal; purpose=whose; retention=membership';
comment on column outreach.tag_mark.tag is 'class=internal; purpose=our tag; retention=membership';
comment on column outreach.tag_mark.carried is 'class=personal; purpose=whether WeCom had it; retention=membership';
comment on column outreach.tag_mark.at is 'class=internal; purpose=what was read before then says nothing; retention=membership';

create table outreach.tag_change (
    account    text        not null,
    customer   text        not null,
    tag        text        not null,
    adds       boolean     not null,
    changed_at timestamptz not null,
    due_at     timestamptz not null,
    tries      int         not null default 0,
    problem    text,
    constraint tag_change_pk primary key (account, customer, tag),
    constraint tag_change_of_customer foreign key (account, customer)
        references outreach.customer (account, customer) on delete cascade
);
create index tag_change_due on outreach.tag_change (due_at);
comment on column outreach.tag_change.account is 'class=internal; purpose=which company; retention=membership';
comment on column outreach.tag_change.customer is 'class=personal; purpose=whose; retention=membership';
comment on column outreach.tag_change.tag is 'class=internal; purpose=our tag; retention=membership';
comment on column outreach.tag_change.adds is 'class=personal; purpose=set or taken away; retention=membership';
comment on column outreach.tag_change.changed_at is 'class=internal; purpose=the newer change wins; retention=membership';
comment on column outreach.tag_change.due_at is 'class=internal; purpose=when WeCom is told; retention=membership';
comment on column outreach.tag_change.tries is 'class=internal; purpose=each try waits longer; retention=membership';
comment on column outreach.tag_change.problem is 'class=internal; purpose=why WeCom did not take it; retention=membership';

create table outreach.tag_difference (
    account  text        not null,
    customer text        not null,
    tag      text        not null,
    ours     boolean     not null,
    theirs   boolean     not null,
    ours_at  timestamptz,
    theirs_after timestamptz,
    outcome  text        not null,
    found_at timestamptz not null,
    constraint tag_difference_pk primary key (account, customer, tag),
    constraint tag_difference_outcome check (outcome in ('ours', 'theirs', 'rule')),
    constraint tag_difference_of_customer foreign key (account, customer)
        references outreach.customer (account, customer) on delete cascade
);
comment on column outreach.tag_difference.account is 'class=internal; purpose=which company; retention=membership';
comment on column outreach.tag_difference.customer is 'class=personal; purpose=whose; retention=membership';
comment on column outreach.tag_difference.tag is 'class=internal; purpose=our tag; retention=membership';
comment on column outreach.tag_difference.ours is 'class=personal; purpose=what stood here; retention=membership';
comment on column outreach.tag_difference.theirs is 'class=personal; purpose=what stood in WeCom; retention=membership';
comment on column outreach.tag_difference.ours_at is 'class=internal; purpose=when ours changed; retention=membership';
comment on column outreach.tag_difference.theirs_after is 'class=internal; purpose=theirs changed after then; retention=membership';
comment on column outreach.tag_difference.outcome is 'class=internal; purpose=which one counts, or that a rule decides here; retention=membership';
comment on column outreach.tag_difference.found_at is 'class=internal; purpose=order of the list; retention=membership';
