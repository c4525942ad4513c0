export const PFAD = '/arbeitsplatz/kennzahlen'
export const kennzahlPfad = (id: string): string => `${PFAD}/${id}`
export const modellPfad = (id: string): string => `${PFAD}/reifegrade/${id}`
export const evaluationPfad = (zyklus: number, objektId: string): string => `${PFAD}/evaluation/${zyklus}/${objektId}`
