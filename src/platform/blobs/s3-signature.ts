import { createHash, createHmac } from 'node:crypto'

export type S3Credentials = { region: string; accessKeyId: string; secretAccessKey: string }

/** SHA-256 of nothing, for requests without body. */
export const emptyPayload = createHash('sha256').digest('hex')

/**
 * Headers that sign a request to S3 with AWS Signature Version 4, the given ones included. The path and the query of
 * `url` must already be encoded as they are sent.
 * @param payloadSha256 hash of the body in hex; the server refuses other bytes
 */
export function signRequest(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  payloadSha256: string,
  { region, accessKeyId, secretAccessKey }: S3Credentials,
  now: Temporal.Instant,
): Record<string, string> {
  const timestamp = now.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  const day = timestamp.slice(0, 8)
  const all: Record<string, string> = { ...headers, 'x-amz-content-sha256': payloadSha256, 'x-amz-date': timestamp }
  const signed = Object.entries({ ...all, host: url.host })
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim().replace(/ +/g, ' ')])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const names = signed.map(([name]) => name).join(';')
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...signed.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    payloadSha256,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = hmac(signingKey(secretAccessKey, day, region), toSign).toString('hex')
  all.authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${names},Signature=${signature}`
  return all
}

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.sort().join('&')
}

/** Percent-encoding of RFC 3986, stricter than encodeURIComponent. Also used to build the URL that is sent. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function signingKey(secret: string, day: string, region: string): Buffer {
  return hmac(hmac(hmac(hmac(Buffer.from(`AWS4${secret}`), day), region), 's3'), 'aws4_request')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
