import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { EXIT } from '../server/exit-codes.ts'

type Checks = { dockerfileFaults(text: string): string[]; composeFaults(text: string): string[] }
const root = join(import.meta.dirname, '..')
const { dockerfileFaults, composeFaults } = (await import(join(root, 'scripts/deployment.mjs'))) as Checks
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const dockerfile = read('Dockerfile')
const compose = read('deploy/compose.yaml')

t.test('the Dockerfile and the compose file are as they should be', async t => {
  t.same(dockerfileFaults(dockerfile), [])
  t.same(composeFaults(compose), [])
})

t.test('planted faults are named', async t => {
  const planted: readonly [string, RegExp][] = [
    [dockerfile.replace('USER node', 'USER root'), /runs as root/],
    [dockerfile.replace('USER node\n', ''), /runs as root/],
    [dockerfile.replaceAll('node:24-bookworm-slim', 'node:latest'), /no fixed version/],
    [dockerfile.replace(/HEALTHCHECK[^\n]*\n[^\n]*\n/, ''), /no health check/],
    [dockerfile.replace('WORKDIR', 'WORKDIRR'), /line \d+/]
  ]
  for (const [text, fault] of planted) t.match(dockerfileFaults(text).join('\n'), fault)
  t.match(composeFaults(compose.replace('read_only: true', 'read_only: false')).join(), /server: its root can be written/)
  t.match(composeFaults(compose.replace('redis:7.4.5-bookworm', 'redis:latest')).join(), /redis: no fixed version/)
  t.match(composeFaults(compose.replace(/POSTGRES_PASSWORD: \S+/, 'POSTGRES_PASSWORD: geheim')).join(), /is written here/)
  t.match(composeFaults(compose.replace("security_opt: ['no-new-privileges:true']", '')).join(), /may gain privileges/)
})

t.test('what the files name is there', async t => {
  for (const [, path = ''] of dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm))
    if (!['node_modules', 'dist'].includes(path)) t.ok(existsSync(join(root, path)), path)
  const unit = read('deploy/checkpoint.service')
  const codes = /RestartPreventExitStatus=(.*)/.exec(unit)?.[1]?.split(' ').map(Number)
  t.same(codes, [EXIT.usage, EXIT.keys, EXIT.certificate, EXIT.storage], 'the exit codes that a restart does not cure')
  const known = [...read('server/config.ts').matchAll(/environment\.([A-Z_]+)/g)].map(([, name]) => name)
  const given = Object.keys(parse(compose).services.server.environment)
  for (const name of given) t.ok(known.includes(name), `${name} is read by the service`)
})
