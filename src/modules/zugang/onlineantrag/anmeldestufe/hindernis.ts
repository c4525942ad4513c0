import { redirect, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { reichtAus, vertrauensniveauVon } from '../../../../platform/usecases/actor.js'
import { niveauZumSehen } from '../domain/entwurf.js'
import { pfadVon, type Fall } from '../zugang.js'

/** Holds the draft something that came with a stronger sign-in than this one (A2-06)? */
export const verborgen = (c: Pick<RequestContext, 'actor'>, { entwurf }: Fall): boolean => !reichtAus(vertrauensniveauVon(c.actor), niveauZumSehen(entwurf))

/** Is this sign-in too weak for declaring this application (A2-01)? The command that sends it asks the same. */
export const zuNiedrig = (c: Pick<RequestContext, 'actor'>, fall: Fall): boolean => verborgen(c, fall) || !reichtAus(vertrauensniveauVon(c.actor), fall.version.stammdaten.vertrauensniveau)

/** To the page that explains why a stronger sign-in is needed, and back to where the person was. */
export const zurAnmeldestufe = ({ entwurf }: Fall, zurueck: string): Reply => redirect(`${pfadVon(entwurf, 'anmeldestufe')}?zurueck=${encodeURIComponent(zurueck.split('/').at(-1) ?? '')}`)
