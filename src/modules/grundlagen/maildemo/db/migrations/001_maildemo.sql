-- What the mail server of a demo has caught instead of delivering it. Stays empty in every other installation.
create table maildemo.mail (
  mandant_id uuid not null,
  id uuid not null,
  an text not null,
  betreff text not null,
  text text not null,
  anlagen text[] not null default '{}',
  empfangen_am timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('maildemo.mail');
