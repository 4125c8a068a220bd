-- why: equal keys tell that two orders were paid from one account; the account itself is not told
-- locks: adds a column without a default to payment.capture, which takes no time
-- undo: alter table payment.capture drop column payer_key

alter table payment.capture add column payer_key bytea;

comment on column payment.capture.payer_key is 'class=personal; purpose=fraud prevention; retention=10 years';
