// Sends the bytes of the file named, as a page, at every address; prints where. What a page costs without a program behind it.
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const bytes = readFileSync(process.argv[2] ?? '', 'utf8')
const bare = Fastify()
bare.get('/*', (_request, reply) => reply.header('content-type', 'text/html; charset=utf-8').send(bytes))
console.log(await bare.listen({ port: 0, host: '127.0.0.1' }))
