-- What the mail server of a demo installation caught instead of delivering it.
create table platform.demomail (
  mandant_id uuid not null,
  id uuid not null,
  absender text not null,
  empfaenger text not null,
  betreff text not null,
  inhalt text not null,
  eingegangen_am timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('platform.demomail');
