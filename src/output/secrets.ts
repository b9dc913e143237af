/** How a sink is named wherever it is told of. */
export function sinkName(scheme: string, target: string): string {
  return target.includes('://') ? withoutSecrets(target) : `${scheme}:${target}`
}

/**
 * A URL without what is secret in it: the password, and all parameters, of which several are. It is cut, not parsed, so that a URL that
 * nothing can parse tells no secret either.
 */
export function withoutSecrets(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(url)
  if (!match) return url
  const [, scheme, rest] = match
  const [place] = rest.split(/[?#]/)
  // A password may hold an @ that should have been encoded: all up to the last one is user and password. It may hold a ? as well.
  const at = place.lastIndexOf('@')
  if (at < 0) return rest.includes('@') ? `${scheme}…` : `${scheme}${place}`
  const [user] = place.slice(0, at).split(':')
  return `${scheme}${user}@${place.slice(at + 1)}`
}
