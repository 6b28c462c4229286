import { describe, expect, test } from 'vitest'
import { distance } from '../../shared/matching/distance.ts'
import { wordsOf } from '../../shared/matching/letters.ts'
import { type NameLevel, nameLevel, nameOf } from '../../shared/matching/name.ts'

function level(a: string, b: string): NameLevel {
  const [one, other] = [nameOf(a), nameOf(b)]
  if (!one || !other) throw new Error('no name')
  return nameLevel(one, other)
}

describe('the words of a name', () => {
  test.each([
    ['Œuvray', ['oeuvray']],
    ['Großmann', ['grossmann']],
    ['Łukasz', ['lukasz']],
    ['İbrahim Yıldız', ['ibrahim', 'yildiz']],
    ["D'Hondt", ['dhondt']],
    ['O’Brien', ['obrien']],
    ['Jean-Pierre', ['jean', 'pierre']],
    ['Zoe\u0301', ['zoe']],
    ['Zo\u00e9', ['zoe']],
    ['Дмитро', ['dmitro']],
    ['\u202eمحمد\u202c', ['mhmd']],
    ['  van   den\tBroeck ', ['van', 'den', 'broeck']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('a text that was read in the wrong encoding, once or twice, is read as it was written', () => {
    expect(wordsOf('FranÃ§ois')).toEqual(['francois'])
    expect(wordsOf('FranÃƒÂ§ois')).toEqual(['francois'])
    expect(wordsOf('Å\u0081ukasz')).toEqual(['lukasz'])
  })

  test('a letter that only looks damaged stays', () => {
    expect(wordsOf('JOÃO')).toEqual(['joao'])
  })

  test('a name in letters of no known alphabet still equals itself', () => {
    expect(level('山田', '山田')).toBe('same')
    expect(level('山田', '鈴木')).toBe('differs')
  })
})

describe('two writings of one name', () => {
  test.each<readonly [string, string, NameLevel]>([
    ['Van den Broeck', 'vandenbroeck', 'same'],
    ['v.d. Broeck', 'Van den Broeck', 'same'],
    ['Vanden Broeck', 'VAN DEN BROECK', 'same'],
    ['De la Fuente', 'Delafuente', 'same'],
    ['El Amrani', 'Elamrani', 'same'],
    ['Ben Ali', 'Ali', 'same'],
    ['Müller', 'Mueller', 'sameSpelling'],
    ['Janssens', 'Jansens', 'sameSpelling'],
    ['Mohammed', 'Muhamed', 'shortForm'],
    ['Youssef', 'Yusuf', 'shortForm'],
    ['Philippe', 'Filip', 'shortForm'],
    ['Katarzyna', 'Kasia', 'shortForm'],
    ['William', 'Bill', 'shortForm'],
    ['Jean-Pierre', 'JP', 'shortForm'],
    ['Marie-Claire', 'MC', 'initial'],
    ['Sofie', 'S.', 'initial'],
    ['Dupont-Lejeune', 'Dupont', 'partOf'],
    ['An Louise', 'An', 'partOf'],
    ['Tom Raf', 'Raf Tom', 'partOf'],
    ['Vermeiren', 'Vermelren', 'oneLetter'],
    ['Vermeiren', 'Vermieren', 'sameSpelling'],
    ['Vermeiren', 'Vermeirn', 'oneLetter'],
    ['Vermeiren', 'Claes', 'differs'],
    ['Lotte', 'Sofie', 'differs'],
    ['Margaux', 'Arnaud', 'differs'],
    ['Jean-Philippe', 'Jan Filip', 'shortForm'],
    ['Marie-Claire', 'Marie-Louise', 'alike'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level(a, b)).toBe(expected)
    expect(level(b, a)).toBe(expected)
  })

  test.each([
    ['Ren?', 'René'],
    ['Fran?ois', 'François'],
    ['Fran\ufffd\ufffdois', 'François'],
    ['FranÃ¯Â¿Â½ois', 'François'],
    ['Y?ld?z', 'Yıldız'],
    ['?ukasz', 'Łukasz'],
    ['Stra?mann', 'Straßmann'],
    ['Van den B?eck', 'Van den Boeck'],
  ])('%s lost letters that %s has', (damaged, whole) => {
    expect(level(damaged, whole)).toBe('sameSpelling')
    expect(level(whole, damaged)).toBe('sameSpelling')
  })

  test('lost letters fit nothing that has others around them, and nothing when hardly a letter is left', () => {
    expect(level('Ren?', 'Marc')).toBe('differs')
    expect(level('Fran?ois', 'Frans')).not.toBe('sameSpelling')
    expect(level('?l?a', 'Elsa')).not.toBe('sameSpelling')
  })

  test('a text without a letter is no name', () => {
    expect(nameOf(' - ')).toBeNull()
    expect(nameOf(null)).toBeNull()
  })

  test('a name of 300 characters costs no more than a name', () => {
    const long = nameOf('Van den Broeck '.repeat(20))
    expect(long?.text.length).toBeLessThanOrEqual(120)
  })
})

test('the distance of two words is that of the whole table, however little of it is looked at', () => {
  const words = ['', 'a', 'ab', 'ba', 'abc', 'acb', 'bca', 'abcab', 'abacb', 'cabab', 'aabbcc', 'abcabcab']
  for (const a of words) {
    for (const b of words) {
      const whole = wholeTable(a, b)
      for (const most of [0, 1, 2, 3, 8]) expect(distance(a, b, most)).toBe(Math.min(whole, most + 1))
    }
  }
})

function wholeTable(a: string, b: string): number {
  const steps = new Map<string, number>()
  const at = (i: number, j: number): number => steps.get(`${i} ${j}`) ?? 0
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      const ways = [i === 0 ? j : at(i - 1, j) + 1, j === 0 ? i : at(i, j - 1) + 1]
      if (i > 0 && j > 0) ways.push(at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1)
      steps.set(`${i} ${j}`, Math.min(...ways))
    }
  }
  return at(a.length, b.length)
}
