/**
 * The tables without row-level security, each with its reason. A test over the catalogue fails for every other table that has
 * no forced policy on `mandant_id`, and for every entry here that does not exist.
 */
export const exemptTables: Readonly<Record<string, string>> = {
  'platform.mandant': 'maps host names to towns, read before a tenant is known; the application role may only select',
  'platform.migration': 'which migrations have run; the same for all towns',
  'platform.uhr': 'the business clock of a demo installation; one row, no business content',
  'platform.ratenlimit': 'counters keyed by a hash, also of callers whose town is not known; no business content',
  'platform.speicher': 'how many bytes each town has stored, which every process adds to and reads for all; no business content',
  'platform.xid_versatz': 'what transaction numbers are shifted by since a restore; one number for the whole installation',
  'platform.einstellung': 'state of the installation itself (demo data loaded, sealing key id); no business content',
}

/** Schemas that belong to a library and hold ids only. */
export const exemptSchemas: Readonly<Record<string, string>> = {
  pgboss: 'job queue: payloads are ids of a tenant (mandantId first), never content; jobs open a tenant transaction to read',
}
