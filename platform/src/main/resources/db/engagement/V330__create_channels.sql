-- why: accounts with vendors of messages, and which of our texts they have approved
-- locks: none, new schema
-- undo: drop schema channels cascade

create schema channels;

create table channels.account (
    code          text   not null,
    vendor        text   not null,
    channel       text   not null,
    purposes      text[] not null,
    endpoint      text   not null,
    key_id        text   not null,
    secret_sealed bytea  not null,
    settings      jsonb  not null,
    limits        jsonb  not null,
    place         int    not null,
    active        boolean not null,
    constraint account_pk primary key (code)
);
comment on column channels.account.code is 'class=internal; purpose=key; retention=operator';
comment on column channels.account.vendor is 'class=internal; purpose=how it is spoken to; retention=operator';
comment on column channels.account.channel is 'class=internal; purpose=what it carries; retention=operator';
comment on column channels.account.purposes is 'class=internal; purpose=service and marketing go by separate numbers; retention=operator';
comment on column channels.account.endpoint is 'class=internal; purpose=where the vendor is; retention=operator';
comment on column channels.account.key_id is 'class=internal; purpose=who calls; retention=operator';
comment on column channels.account.secret_sealed is 'class=sensitive; purpose=signs calls; retention=operator';
comment on column channels.account.settings is 'class=internal; purpose=what this vendor asks for besides; retention=operator';
comment on column channels.account.limits is 'class=internal; purpose=how hard it may be driven; retention=operator';
comment on column channels.account.place is 'class=internal; purpose=order of choice; retention=operator';
comment on column channels.account.active is 'class=internal; purpose=whether it is chosen; retention=operator';

create table channels.vendor_text (
    account         text   not null,
    template        text   not null,
    vendor_template text   not null,
    signature       text   not null,
    parameters      text[] not null,
    constraint vendor_text_pk primary key (account, template)
);
comment on column channels.vendor_text.account is 'class=internal; purpose=with whom it is registered; retention=operator';
comment on column channels.vendor_text.template is 'class=internal; purpose=our text; retention=operator';
comment on column channels.vendor_text.vendor_template is 'class=internal; purpose=their number of it; retention=operator';
comment on column channels.vendor_text.signature is 'class=internal; purpose=under which name it goes out; retention=operator';
comment on column channels.vendor_text.parameters is 'class=internal; purpose=the values it asks for; retention=operator';
