/** The process of `apart.ts`: renders what it is sent, one after the other, and ends with the one who started it. */
import type { ApartAnswer, ApartJob } from './apart.js'
import { PdfError } from './job.js'
import { renderHere } from './render.js'

async function answer({ createdAt, ...job }: ApartJob): Promise<ApartAnswer> {
  try {
    return { pdf: await renderHere({ ...job, createdAt: Temporal.Instant.fromEpochMilliseconds(createdAt) }) }
  } catch (error) {
    return { error: { code: error instanceof PdfError ? error.code : undefined, message: (error as Error).message, characters: error instanceof PdfError ? error.characters : [] } }
  }
}

process.on('message', (job: ApartJob) => { void answer(job).then((said) => process.send?.(said)) })
process.on('disconnect', () => { process.exit(0) })
process.send?.('ready')
