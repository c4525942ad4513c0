-- What a draft knows from the account that somebody signed in with, and how surely it was declared.

-- By question: which provider said it, at which level, when, and what it said. A changed answer has no provenance any more.
alter table onlineantrag.entwurf add column herkunft jsonb not null default '{}';
-- Level and provider of the sign-in with which the draft was declared binding (before it is paid).
alter table onlineantrag.entwurf add column erklaert_mit jsonb;
alter table onlineantrag.entwurf add constraint herkunft_geht_mit check (status = 'offen' or herkunft = '{}');
