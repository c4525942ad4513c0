import type { ClientBase } from 'pg'
import type { Mengenregeln } from './regeln.js'

export interface Befund { readonly satz: string; readonly anzahl: number }

/**
 * What constraints and triggers keep row by row is asked once over all rows: every foreign key, the series of numbers, and the
 * rules of the rooms. Gives what does not hold; nothing is a good answer.
 */
export async function pruefe(client: ClientBase, regeln: Mengenregeln, fortschritt: (was: string) => void = () => undefined): Promise<Befund[]> {
  const proben = [...await fremdschluessel(client), ...nummernkreise(regeln), ...regeln.proben ?? []]
  const befunde: Befund[] = []
  for (const [index, { satz, verstoesse }] of proben.entries()) {
    fortschritt(`Prüfung ${index + 1}/${proben.length}`)
    const { rows: [row] } = await client.query<{ anzahl: number }>(`select count(*)::int as anzahl from (${verstoesse}) as v`)
    if (row && row.anzahl > 0) befunde.push({ satz, anzahl: row.anzahl })
  }
  return befunde
}

/** A query for each foreign key of a town's tables: rows whose counterpart is missing. */
async function fremdschluessel(client: ClientBase): Promise<{ satz: string; verstoesse: string }[]> {
  const { rows } = await client.query<{ tabelle: string; ziel: string; spalten: string[]; zielspalten: string[] }>(`
    select k.conrelid::regclass::text as tabelle, k.confrelid::regclass::text as ziel,
      array(select a.attname::text from unnest(k.conkey) with ordinality u(nr, lfd) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.nr order by u.lfd) as spalten,
      array(select a.attname::text from unnest(k.confkey) with ordinality u(nr, lfd) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.nr order by u.lfd) as zielspalten
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1, k.conname`)
  return rows.map(({ tabelle, ziel, spalten, zielspalten }) => ({
    satz: `${tabelle} (${spalten.join(', ')}) → ${ziel}`,
    verstoesse: `select 1 from ${tabelle} t where ${spalten.map((name) => `t."${name}" is not null`).join(' and ')}
      and not exists (select 1 from ${ziel} z where ${spalten.map((name, index) => `z."${zielspalten[index]}" = t."${name}"`).join(' and ')})`,
  }))
}

/** No row has a number beyond the last one that its series gave out: the next one is free. */
function nummernkreise({ nummern = [] }: Mengenregeln): { satz: string; verstoesse: string }[] {
  return nummern.filter(({ spalte }) => spalte !== undefined).map(({ kreis, tabelle, spalte }) => ({
    satz: `Nummernkreis ${kreis}`,
    verstoesse: `select t.mandant_id, t.jahr from ${tabelle} t left join platform.nummernkreis k on k.mandant_id = t.mandant_id and k.kreis = '${kreis}' and k.jahr = t.jahr
      where t."${spalte}" is not null group by t.mandant_id, t.jahr having max(t."${spalte}") > coalesce(max(k.letzte), 0)`,
  }))
}
