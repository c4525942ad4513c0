const ADDRESS = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^@/?#]*)([/?#].*)?$/s

/**
 * The servers that an address names, as libpq writes it: `postgres://user:password@one:5432,two:5432/stadtkern`. User,
 * password, database and parameters are the same at all of them. An address with one server is given back as it is.
 */
export function serversOf(url: string): readonly string[] {
  const [, before = '', hosts = '', after = ''] = ADDRESS.exec(url) ?? []
  return hosts.includes(',') ? hosts.split(',').map((host) => before + host.trim() + after) : [url]
}

/** Where the server listens: a name with a port, or the folder of its socket. */
export function placeOf(url: string): { host: string; port: number } {
  const { hostname, port, searchParams } = new URL(url)
  const name = decodeURIComponent(hostname).replace(/^\[(.+)\]$/, '$1')
  return { host: searchParams.get('host') ?? name, port: Number(port || searchParams.get('port') || 5432) }
}

/** The server in words of an operator, without user and password. */
export const nameOf = (url: string): string => { const { host, port } = placeOf(url); return `${host}:${port}` }
