import type { Socket } from 'node:net'

const answers: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'Die Anfrage ist zu lang.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'Die Anfrage kam nicht vollständig an.'],
}

/** What is no HTTP never becomes a request: answered with a problem of RFC 9457, and the connection ends. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, reason, title] = answers[error.code ?? ''] ?? [400, 'Bad Request', 'Diese Anfrage konnten wir nicht lesen.']
  const body = JSON.stringify({ type: 'urn:stadtkern:problem:anfrageUnlesbar', title, status })
  const head = [`HTTP/1.1 ${status} ${reason}`, 'Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close']
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy(error)
}
