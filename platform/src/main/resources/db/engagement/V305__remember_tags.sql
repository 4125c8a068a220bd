-- why: who or what set and took away a tag stays known; the rules of tags have versions
-- locks: short; adds nullable columns and columns with constant defaults
-- undo: drop table audience.tag_past, audience.tag_rule; alter table audience.member_tag drop column rule_version; alter table audience.tag drop column version
alter table audience.tag add column version int not null default 1;
alter table audience.member_tag add column rule_version int;

create table audience.tag_rule (
    tag       text        not null,
    version   int         not null,
    condition jsonb       not null,
    set_by    text        not null,
    reason    text        not null,
    set_at    timestamptz not null,
    constraint tag_rule_pk primary key (tag, version)
);

-- A tag that ended; the one carried now is in member_tag.
create table audience.tag_past (
    member_id            bigint      not null,
    change_id            bigint      generated always as identity,
    tag                  text        not null,
    added_at             timestamptz not null,
    added_cause          text        not null,
    added_rule_version   int,
    removed_at           timestamptz not null,
    removed_cause        text        not null,
    removed_rule_version int,
    constraint tag_past_pk primary key (member_id, change_id)
);

comment on column audience.tag.version is 'class=internal; purpose=which rule decides; retention=while the tag exists';
comment on column audience.member_tag.rule_version is 'class=personal; purpose=why a tag was set; retention=membership';
comment on column audience.tag_rule.tag is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_rule.version is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_rule.condition is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_rule.set_by is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_rule.reason is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_rule.set_at is 'class=internal; purpose=history of rules; retention=10 years';
comment on column audience.tag_past.member_id is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.change_id is 'class=internal; purpose=order; retention=membership';
comment on column audience.tag_past.tag is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.added_at is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.added_cause is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.added_rule_version is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.removed_at is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.removed_cause is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.tag_past.removed_rule_version is 'class=personal; purpose=why a tag was there; retention=membership';
