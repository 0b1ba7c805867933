/** Push services of the browsers. Anything else that a caller names could be a machine of ours: it is never asked. */
const HOSTS: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^web\.push\.apple\.com$/,
  /(^|\.)notify\.windows\.com$/,
  /(^|\.)push\.samsungosp\.com$/
]

export function isPushEndpoint(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  return url.port === '' && HOSTS.some(host => host.test(url.hostname))
}
