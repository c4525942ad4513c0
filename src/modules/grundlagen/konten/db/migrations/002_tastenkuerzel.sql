-- Single keys as shortcuts can be turned off by each person (WCAG 2.1.4): speech input and unsteady hands trigger them unasked.

alter table konten.konto add column tastenkuerzel boolean not null default true;
