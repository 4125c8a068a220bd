-- why: conditions ask about events that operators define, with the properties of their schemas
-- locks: short, adds a nullable column
-- undo: alter table audience.deed drop column properties
alter table audience.deed add column properties jsonb;
comment on column audience.deed.properties is 'class=personal; purpose=conditions on behaviour; retention=36 months';
