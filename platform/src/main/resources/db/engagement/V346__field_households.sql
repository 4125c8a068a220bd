-- why: segments and tags ask about the family somebody belongs to, by fields the platform itself fills
-- locks: none, three rows
-- undo: delete from audience.field where code in ('household_size', 'household_children', 'household_role')
insert into audience.field (code, name_zh, name_en, kind, choices, class, sources, merge, set_by, set_at)
values
    ('household_size', '家庭人数', 'Size of the household', 'number', '[]', 'personal', '{system}', 'largest', 'system', now()),
    ('household_children', '家庭中的未成年人', 'Minors in the household', 'number', '[]', 'personal', '{system}', 'largest', 'system', now()),
    ('household_role', '家庭角色', 'Role in the household', 'enum',
        '[{"code": "owner", "label": {"zh": "户主", "en": "owner"}}, {"code": "adult", "label": {"zh": "成年成员", "en": "adult"}}, {"code": "minor", "label": {"zh": "未成年成员", "en": "minor"}}]',
        'personal', '{system}', 'stays', 'system', now())
on conflict do nothing;
