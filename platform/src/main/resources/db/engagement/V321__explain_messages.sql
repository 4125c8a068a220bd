-- why: "Why did I get this?" of each message, kept with all explanations
-- locks: short
-- undo: alter table messaging.message drop column explanation_id
alter table messaging.message add column explanation_id text not null default '';
comment on column messaging.message.explanation_id is 'class=internal; purpose=the answer to why a member got it; retention=24 months';
