export const IDEEN = '/arbeitsplatz/ideen'
export const ABFRAGEN = `${IDEEN}/hausabfragen`

/** Where a unit answers; also where its task in the work list leads. */
export const antwortPfad = (abfrageId: string, einheitId: string): string => `${ABFRAGEN}/${abfrageId}/antwort/${einheitId}`
