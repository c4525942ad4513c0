-- Released models and running instances. Tokens, scopes, timers and subscriptions are rows: what waits where can be counted,
-- searched and shown on the model. `zeile` is the engine's row; the columns beside it are what is searched for.

create table workflow.modell (
  mandant_id uuid not null,
  id uuid not null,
  schluessel text not null check (length(schluessel) between 1 and 200),
  version integer not null check (version > 0),
  name text not null,
  xml text not null,
  pruefsumme text not null,
  modell jsonb not null,
  freigegeben_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, schluessel, version)
);
comment on table workflow.modell is 'append-only: a released version never changes, instances keep theirs';
select platform.mandantentabelle('workflow.modell');

create table workflow.instanz (
  mandant_id uuid not null,
  id uuid not null,
  modell_id uuid not null,
  vorgang_id uuid,
  einheit_id uuid not null,
  titel text not null,
  kontext jsonb not null,
  status text not null check (status in ('active', 'completed', 'terminated', 'failed')),
  zaehler integer not null,
  eltern_id uuid,
  eltern_token text,
  begonnen_am timestamptz not null,
  beendet_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, modell_id) references workflow.modell (mandant_id, id),
  foreign key (mandant_id, eltern_id) references workflow.instanz (mandant_id, id),
  check ((status = 'active') = (beendet_am is null))
);
select platform.mandantentabelle('workflow.instanz');
create index on workflow.instanz (mandant_id, vorgang_id);
create index on workflow.instanz (mandant_id, modell_id, status);

create table workflow.bereich (
  mandant_id uuid not null, instanz_id uuid not null, id text not null, zeile jsonb not null,
  primary key (mandant_id, instanz_id, id),
  foreign key (mandant_id, instanz_id) references workflow.instanz (mandant_id, id)
);
select platform.mandantentabelle('workflow.bereich');

create table workflow.token (
  mandant_id uuid not null, instanz_id uuid not null, id text not null, knoten text not null, zustand text not null, zeile jsonb not null,
  primary key (mandant_id, instanz_id, id),
  foreign key (mandant_id, instanz_id) references workflow.instanz (mandant_id, id)
);
select platform.mandantentabelle('workflow.token');

create table workflow.zeitgeber (
  mandant_id uuid not null, instanz_id uuid not null, id text not null, faellig_am timestamptz not null, zeile jsonb not null,
  primary key (mandant_id, instanz_id, id),
  foreign key (mandant_id, instanz_id) references workflow.instanz (mandant_id, id)
);
select platform.mandantentabelle('workflow.zeitgeber');
create index on workflow.zeitgeber (mandant_id, faellig_am);

create table workflow.abonnement (
  mandant_id uuid not null, instanz_id uuid not null, id text not null, nachricht text not null, zeile jsonb not null,
  primary key (mandant_id, instanz_id, id),
  foreign key (mandant_id, instanz_id) references workflow.instanz (mandant_id, id)
);
select platform.mandantentabelle('workflow.abonnement');

create table workflow.stoerung (
  mandant_id uuid not null, instanz_id uuid not null, id text not null, zeile jsonb not null,
  primary key (mandant_id, instanz_id, id),
  foreign key (mandant_id, instanz_id) references workflow.instanz (mandant_id, id)
);
select platform.mandantentabelle('workflow.stoerung');

-- The way that each instance took, for its history and for heat maps.
create table workflow.verlauf (
  mandant_id uuid not null, instanz_id uuid not null, lfd bigint generated always as identity, knoten text not null,
  was text not null check (was in ('entered', 'left', 'cancelled')), fluss text, zeitpunkt timestamptz not null,
  primary key (mandant_id, instanz_id, lfd)
);
select platform.mandantentabelle('workflow.verlauf');
