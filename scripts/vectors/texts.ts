import { genuine, unreadable, vector } from './outcomes.ts'
import { passOf } from './raw-pass.ts'

const PASS = passOf()

const around = (
  [
    ['a space before', ` ${PASS}`],
    ['a space behind', `${PASS} `],
    ['a line feed behind', `${PASS}\n`],
    ['carriage return and line feed around', `\r\n${PASS}\r\n`],
    ['tabs around', `\t\t${PASS}\t`],
    ['no-break spaces around', `\u00a0${PASS}\u00a0`],
    ['ideographic spaces around', `\u3000${PASS}\u3000`],
    ['a byte order mark before', `\ufeff${PASS}`],
    ['200 spaces around', `${' '.repeat(100)}${PASS}${' '.repeat(100)}`]
  ] as const
).map(([name, text]) => vector(`white space: ${name}`, text, genuine()))

const notAround = [
  vector('white space: a zero-width space before is none', `\u200b${PASS}`, unreadable('prefix')),
  vector('white space: a zero-width space behind is none', `${PASS}\u200b`, unreadable('alphabet')),
  vector('white space: a NUL behind is none', `${PASS}\u0000`, unreadable('alphabet')),
  vector('white space: more of it than any copying adds', `${PASS}${' '.repeat(600)}`, unreadable('too-long')),
  vector('white space: between prefix and body', PASS.replace(':', ': '), unreadable('alphabet')),
  vector('white space: between the letters of the prefix', PASS.replace('CP1', 'CP 1'), unreadable('prefix'))
]

const foreign = (
  [
    ['nothing', ''],
    ['blanks', '   '],
    ['a web address', 'https://example.org/?id=1'],
    ['a mini-program address', 'https://u.example/EAxxxx/yyyy'],
    [
      'an EU certificate',
      'HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N IOP-IA%NFQGRJPC%OQHIZC4.OI1RM8ZA.A5:S9MKN4NN3F85QNCY0O%0VZ001HOC9JU0D0HT0HB2PL/IB*09B9LW4T*8+DCMH0LDK2%K:XFE70'
    ],
    ['a SMART Health Card', 'shc:/5676290952432060346029243740446031222959532654603460292540772804336028702864716745222809286'],
    ['a wireless network', 'WIFI:T:WPA;S:gate;P:12345678;;'],
    ['a business card', 'BEGIN:VCARD\nVERSION:3.0\nFN:Li\nEND:VCARD'],
    ['JSON', '{"pass":1}'],
    ['a payment code', '130123456789012345'],
    ['a name', '陈小明'],
    ['a telephone number', 'tel:+8653188888888'],
    ['lone surrogates', '\ud800\udc00\ud800'],
    ['10 kB of letters', 'A'.repeat(10_240)],
    ['10 kB of white space', ' '.repeat(10_240)],
    ['the prefix in lower case', PASS.replace('CP1', 'cp1')],
    ['the prefix of a later version', PASS.replace('CP1', 'CP2')],
    ['a longer prefix', PASS.replace('CP1', 'CP10')],
    ['the prefix with a full stop', PASS.replace('CP1:', 'CP1.')],
    ['a prefix of full-width letters', PASS.replace('CP1:', 'ＣＰ１：')],
    ['a character before the prefix', `X${PASS}`],
    ['a quotation mark before the prefix', `"${PASS}"`],
    ['a pass in a web address', `https://example.org/${PASS}`]
  ] as const
).map(([name, text]) => vector(`foreign: ${name}`, text, unreadable('prefix')))

const bodies = [
  // The first bytes of a token make a body begin with a colon.
  vector('body: the colon of the prefix left out', PASS.replace('CP1:', 'CP1'), unreadable('length')),
  vector('body: none', 'CP1:', unreadable('layout')),
  vector('body: white space', 'CP1:  ', unreadable('layout')),
  vector('body: 264 characters, the most there can be', `CP1:${'A'.repeat(264)}`, unreadable('layout')),
  vector('body: 265 characters', `CP1:${'A'.repeat(265)}`, unreadable('too-long')),
  vector('body: 10 kB', `CP1:${'A'.repeat(10_240)}`, unreadable('too-long')),
  vector('body: 10 kB that no alphabet has', `CP1:${'漢'.repeat(10_240)}`, unreadable('too-long'))
]

export const textVectors = [...around, ...notAround, ...foreign, ...bodies]
