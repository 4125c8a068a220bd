-- why: tags have groups people made, and may carry a word of a list, a number or a date that conditions can compare
-- locks: short; adds columns with constant defaults
-- undo: drop table audience.tag_group; alter table audience.tag drop column kind, drop column choices; alter table audience.member_tag drop column value; alter table audience.tag_past drop column value; alter table audience.kept_membership drop column value; alter table audience.member_trait drop column extras, drop column derived; alter table audience.own_trait drop column extras, drop column derived
create table audience.tag_group (
    code    text not null,
    name_zh text not null,
    name_en text not null,
    constraint tag_group_pk primary key (code),
    constraint tag_group_name_zh_unique unique (name_zh)
);
comment on column audience.tag_group.code is 'class=internal; purpose=stable name; retention=forever';
comment on column audience.tag_group.name_zh is 'class=internal; purpose=shown; retention=forever';
comment on column audience.tag_group.name_en is 'class=internal; purpose=shown; retention=forever';

insert into audience.tag_group (code, name_zh, name_en) values
    ('both', '全旅程', 'Rail and park'),
    ('care', '关怀', 'Care'),
    ('family', '家庭', 'Family'),
    ('green', '绿色出行', 'Green travel'),
    ('life', '人生阶段', 'Stage of life'),
    ('park', '乐园', 'Park'),
    ('points', '积分', 'Points'),
    ('reach', '触达', 'Reach'),
    ('silence', '沉默', 'Silence'),
    ('stage', '会员阶段', 'Stage of membership'),
    ('traveller', '出行人', 'Traveller'),
    ('value', '价值', 'Value'),
    ('travel', '出行', 'Travel'),
    ('service', '服务', 'Service'),
    ('interest', '兴趣', 'Interest'),
    ('model', '模型', 'Model'),
    ('other', '其他', 'Other');

alter table audience.tag add column kind text not null default 'flag';
alter table audience.tag add column choices jsonb not null default '[]';
alter table audience.tag add constraint tag_kind_known check (kind in ('flag', 'enum', 'number', 'date'));
alter table audience.tag add constraint tag_rule_sets_flags check (condition is null or kind = 'flag');
comment on column audience.tag.kind is 'class=internal; purpose=what the tag carries; retention=while the tag exists';
comment on column audience.tag.choices is 'class=internal; purpose=the words of a list; retention=while the tag exists';

alter table audience.member_tag add column value jsonb;
alter table audience.tag_past add column value jsonb;
alter table audience.kept_membership add column value jsonb;
comment on column audience.member_tag.value is 'class=personal; purpose=conditions on tags, a date as days since 1970; retention=membership';
comment on column audience.tag_past.value is 'class=personal; purpose=why a tag was there; retention=membership';
comment on column audience.kept_membership.value is 'class=personal; purpose=given back when persons part; retention=membership';

-- Values under the names that conditions use: those somebody gave, and those that follow from deeds.
alter table audience.member_trait add column extras jsonb not null default '{}';
alter table audience.member_trait add column derived jsonb not null default '{}';
alter table audience.own_trait add column extras jsonb not null default '{}';
alter table audience.own_trait add column derived jsonb not null default '{}';
comment on column audience.member_trait.extras is 'class=personal; purpose=values of tags and fields in conditions; retention=membership';
comment on column audience.member_trait.derived is 'class=personal; purpose=computed traits in conditions; retention=membership';
comment on column audience.own_trait.extras is 'class=personal; purpose=given back when persons part; retention=membership';
comment on column audience.own_trait.derived is 'class=personal; purpose=given back when persons part; retention=membership';
