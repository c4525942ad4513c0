-- A person of another house at one Vorhaben (H5-06): what they see and may do ends by itself on a day, or earlier by hand.
create table programm.mitwirkung (
  mandant_id uuid not null,
  id uuid not null,
  objekt_id uuid not null,
  -- An account of the room konten whose role holds programm.mitwirken.
  konto_id uuid not null,
  haus text not null check (length(haus) between 1 and 200),
  -- May write the Statusbericht of this Vorhaben.
  berichtet boolean not null default false,
  bis date not null,
  beendet_am timestamptz,
  beendet_grund text check (length(beendet_grund) between 1 and 500),
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  foreign key (mandant_id, objekt_id) references programm.objekt (mandant_id, id),
  check ((beendet_am is null) = (beendet_grund is null))
);
select platform.mandantentabelle('programm.mitwirkung');
create unique index on programm.mitwirkung (mandant_id, konto_id, objekt_id) where beendet_am is null;
