-- why: two members found to be one person count as one in tags and segments, and get back what was theirs when that is undone
-- locks: short; adds a nullable column
-- undo: drop table audience.own_trait, audience.kept_membership; alter table audience.deed drop column of_member

-- What each of the members of one person is alone; audience.member_trait holds the one who stays, with all together.
create table audience.own_trait (like audience.member_trait including defaults);
alter table audience.own_trait add column into_id bigint not null;
alter table audience.own_trait add constraint own_trait_pk primary key (member_id);
create index own_trait_into_idx on audience.own_trait (into_id);

-- The tags and segments each had before, with since when and why.
create table audience.kept_membership (
    member_id    bigint      not null,
    kind         text        not null,
    key          text        not null,
    since        timestamptz not null,
    cause        text        not null,
    explanation  jsonb,
    rule_version int,
    constraint kept_membership_pk primary key (member_id, kind, key),
    constraint kept_membership_kind_known check (kind in ('tag', 'segment'))
);

-- The member a deed was told of, while it counts for the one who stays.
alter table audience.deed add column of_member bigint;
create index deed_of_member_idx on audience.deed (of_member) where of_member is not null;

comment on column audience.own_trait.into_id is 'class=personal; purpose=the member who stays; retention=membership';
comment on column audience.kept_membership.member_id is 'class=personal; purpose=whose it was; retention=membership';
comment on column audience.kept_membership.kind is 'class=internal; purpose=tag or segment; retention=membership';
comment on column audience.kept_membership.key is 'class=personal; purpose=which; retention=membership';
comment on column audience.kept_membership.since is 'class=personal; purpose=since when; retention=membership';
comment on column audience.kept_membership.cause is 'class=internal; purpose=what happened then; retention=membership';
comment on column audience.kept_membership.explanation is 'class=personal; purpose=reasons seen then; retention=membership';
comment on column audience.kept_membership.rule_version is 'class=personal; purpose=why a tag was set; retention=membership';
comment on column audience.deed.of_member is 'class=personal; purpose=whose it was before two members were found to be one; retention=36 months';
comment on column audience.own_trait.member_id is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.birth_date is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.gender is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.city is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.tier is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.points is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.joined_on is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.trips_12m is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.spend_12m_minor is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.last_trip_on is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.visits_12m is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.last_visit_on is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.student is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.student_until is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.senior is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.tags is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.consents is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.refused is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.reachable is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.due_on is 'class=personal; purpose=what the member is alone; retention=membership';
comment on column audience.own_trait.version is 'class=personal; purpose=what the member is alone; retention=membership';
