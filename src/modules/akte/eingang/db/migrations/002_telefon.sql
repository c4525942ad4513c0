-- What somebody says on the telephone is written down by a clerk and comes in by that channel.
alter table eingang.eingang drop constraint eingang_kanal_check;
alter table eingang.eingang add constraint eingang_kanal_check check (kanal in ('portal', 'api', 'post', 'email', 'schalter', 'telefon'));
