-- why: how coupons go together is changed on a screen; every version says who decided it
-- locks: short, catalogue change only
-- undo: alter table benefits.stack_rules drop column decided_by

alter table benefits.stack_rules add column decided_by text;

comment on column benefits.stack_rules.decided_by is 'class=internal; purpose=benefits; retention=7 years';
