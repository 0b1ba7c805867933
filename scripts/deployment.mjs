// What must hold of Dockerfile and compose file; test/deployment.test.ts plants faults and expects them to be named.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validate } from 'dockerfile-utils'
import { parse } from 'yaml'

const FIXED_TAG = /^[^:\s]+:[^:\s]*\d/

export function dockerfileFaults(text) {
  const faults = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)
  const lines = text.split('\n').map(line => line.trim())
  const images = lines.filter(line => /^FROM /i.test(line)).map(line => line.split(/\s+/)[1])
  for (const image of images) if (!FIXED_TAG.test(image)) faults.push(`${image}: no fixed version`)
  const last = lines.slice(lines.findLastIndex(line => /^FROM /i.test(line)))
  if (!last.some(line => /^USER (?!root\b|0\b)\S+/i.test(line))) faults.push('the last stage runs as root')
  if (!last.some(line => /^HEALTHCHECK /i.test(line))) faults.push('no health check')
  return faults
}

export function composeFaults(text) {
  const faults = []
  for (const [name, service] of Object.entries(parse(text).services ?? {})) {
    if (!FIXED_TAG.test(service.image ?? '')) faults.push(`${name}: no fixed version`)
    if (service.privileged) faults.push(`${name}: privileged`)
    if (!(service.security_opt ?? []).includes('no-new-privileges:true')) faults.push(`${name}: may gain privileges`)
    if (service.healthcheck === undefined && service.build === undefined) faults.push(`${name}: no health check`)
    if (service.build !== undefined && service.read_only !== true) faults.push(`${name}: its root can be written`)
    if (name !== 'caddy' && service.ports !== undefined) faults.push(`${name}: reachable from outside`)
    for (const [key, value] of Object.entries(service.environment ?? {}))
      if (/PASSWORD|TOKEN|SECRET/.test(key) && !String(value).startsWith('${')) faults.push(`${name}: ${key} is written here`)
  }
  return faults
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const faults = [
    ...dockerfileFaults(readFileSync('Dockerfile', 'utf8')).map(fault => `Dockerfile: ${fault}`),
    ...composeFaults(readFileSync('deploy/compose.yaml', 'utf8')).map(fault => `compose.yaml: ${fault}`)
  ]
  for (const fault of faults) console.error(fault)
  console.log(`deployment: ${faults.length === 0 ? 'as it should be' : `${faults.length} faults`}`)
  process.exit(faults.length === 0 ? 0 : 1)
}
