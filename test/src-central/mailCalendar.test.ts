import { describe, expect, test } from 'vitest'
import { calendarFile, type CalendarEvent } from '../../src-central/mail/calendar.ts'

const event: CalendarEvent = {
  uid: '01a20000-0000-7000-8000-000000000001@certassur.example',
  sequence: 0,
  cancelled: false,
  writtenAt: new Date('2026-11-22T09:30:15.123Z'),
  date: '2026-12-14',
  startTime: '09:00',
  endTime: '11:00',
  title: 'Examen : Module 1',
  place: 'Namur, Rue des Exemples 18, 5000 Namur',
  description: 'Module 1',
  organizer: { name: 'Centre Meuse-Sambre', address: 'examens@meuse-sambre.exemple.be' },
}
/** As a calendar program reads it: continued lines put together again. */
const linesOf = (values: Partial<CalendarEvent> = {}) =>
  calendarFile({ ...event, ...values })
    .replaceAll('\r\n ', '')
    .split('\r\n')

describe('a calendar file', () => {
  test('says when in Belgian time, with the rule of that time, and asks for no answer', () => {
    const lines = linesOf()
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'TZID:Europe/Brussels',
        'DTSTAMP:20261122T093015Z',
        'DTSTART;TZID=Europe/Brussels:20261214T090000',
        'DTEND;TZID=Europe/Brussels:20261214T110000',
        'STATUS:CONFIRMED',
      ]),
    )
    expect(lines.join('\n')).not.toMatch(/ATTENDEE|RSVP/)
    expect(lines.at(-1)).toBe('')
    const open = lines.filter((line) => line.startsWith('BEGIN:')).map((line) => line.slice(6))
    expect(
      lines
        .filter((line) => line.startsWith('END:'))
        .map((line) => line.slice(4))
        .toSorted(),
    ).toEqual(open.toSorted())
  })

  test('takes an appointment back under the same uid', () => {
    expect(linesOf({ cancelled: true, sequence: 2 })).toEqual(
      expect.arrayContaining([`UID:${event.uid}`, 'METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']),
    )
  })

  test.each([
    ['a line of its own', 'Rue A\r\nATTENDEE:mailto:x@y.be', String.raw`Rue A\nATTENDEE:mailto:x@y.be`],
    ['commas, semicolons, backslashes', String.raw`a,b;c\d`, String.raw`a\,b\;c\\d`],
    ['control characters', 'a\u0007\u0000b', 'ab'],
  ])('a place with %s stays one value', (_what, place, written) => {
    const lines = linesOf({ place })
    expect(lines).toContain(`LOCATION:${written}`)
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false)
  })

  test("a centre's name with quotes and lines stays within its quotes", () => {
    const organizer = { ...event.organizer, name: 'Centre "Nord"\r\nX-EVIL:1' }
    const lines = linesOf({ organizer })
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/^ORGANIZER;CN="[^"\r\n]*":mailto:/)
    expect(lines.some((line) => line.startsWith('X-EVIL'))).toBe(false)
  })

  test('no line is longer than 75 octets, and none is cut within a letter', () => {
    const place = 'É😀'.repeat(150)
    const raw = calendarFile({ ...event, place })
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(linesOf({ place })).toContain(`LOCATION:${place}`)
  })
})
