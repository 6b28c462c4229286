/** One appointment, as a calendar program files it. */
export interface CalendarEvent {
  /** The same for every file about one registration: a newer one takes the place of the older. */
  readonly uid: string
  readonly sequence: number
  readonly cancelled: boolean
  /** When the file was written. */
  readonly writtenAt: Date
  /** Belgian wall-clock time: `YYYY-MM-DD`, `HH:mm`. */
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly title: string
  readonly place: string
  readonly description: string
  readonly organizer: { readonly name: string; readonly address: string }
}

/** `PUBLISH` asks for no answer; `CANCEL` takes away what was published under the same uid. */
export const methodOf = ({ cancelled }: Pick<CalendarEvent, 'cancelled'>): 'PUBLISH' | 'CANCEL' =>
  cancelled ? 'CANCEL' : 'PUBLISH'

// The rule since 1996, which every date of the product falls under.
const BRUSSELS = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Brussels',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar file (RFC 5545, RFC 5546) with one event. */
export function calendarFile(event: CalendarEvent): string {
  const at = (time: string) => `TZID=Europe/Brussels:${event.date.replaceAll('-', '')}T${time.replace(':', '')}00`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Certassur//Central//FR',
    `METHOD:${methodOf(event)}`,
    ...BRUSSELS,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.writtenAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;${at(event.startTime)}`,
    `DTEND;${at(event.endTime)}`,
    `SUMMARY:${escape(event.title)}`,
    `LOCATION:${escape(event.place)}`,
    `DESCRIPTION:${escape(event.description)}`,
    `ORGANIZER;CN=${quoted(event.organizer.name)}:mailto:${event.organizer.address}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A text value: what would end the line or the value is written out. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '')

/** A parameter's value knows no escapes: quotes and control characters cannot stand in it. */
const quoted = (text: string): string => `"${text.replaceAll(/["\p{Cc}]/gu, ' ')}"`

const MOST_BYTES = 75

/** No line is longer than 75 octets, and none is cut within a letter. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const pieces = ['']
  let bytes = 0
  for (const letter of line) {
    const more = encoder.encode(letter).length
    if (bytes + more > MOST_BYTES) {
      pieces.push('')
      // The space that a continued line begins with.
      bytes = 1
    }
    pieces.push(`${pieces.pop() ?? ''}${letter}`)
    bytes += more
  }
  return pieces.join('\r\n ')
}
