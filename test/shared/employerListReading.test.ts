import { describe, expect, test } from 'vitest'
import { readRows } from '../../shared/delimited.ts'
import { areUsable, guessColumns, isNationalNumber, meaningOfHeader } from '../../shared/employerList/columns.ts'
import { readListDate } from '../../shared/employerList/dates.ts'
import { languageOf } from '../../shared/employerList/languages.ts'
import { type Reading, readLine, sharedEmails } from '../../shared/employerList/lines.ts'
import { normalCase, splitFullName } from '../../shared/employerList/names.ts'
import { readSource } from '../../shared/employerList/table.ts'

const today = '2026-11-22'

describe('the header of a column', () => {
  test.each([
    ['Nom', 'lastName'],
    ['NOM DE FAMILLE', 'lastName'],
    ['Achternaam', 'lastName'],
    ['Surname', 'lastName'],
    ['Prénom', 'firstName'],
    ['Voornaam', 'firstName'],
    ['Given name(s)', 'firstName'],
    ['Nom et prénom', 'nameFirst'],
    ['Naam en voornaam', 'nameFirst'],
    ['Prénom NOM', 'firstNameFirst'],
    ['Voornaam + naam', 'firstNameFirst'],
    ['Collaborateur', 'nameFirst'],
    ['Date de naissance', 'birthDate'],
    ['Né(e) le', 'birthDate'],
    ['Geboortedatum', 'birthDate'],
    ['DOB', 'birthDate'],
    ['E-mail', 'email'],
    ['Adresse mail', 'email'],
    ['E-mailadres', 'email'],
    ['GSM', 'phone'],
    ['Tél.', 'phone'],
    ['Telefoonnummer', 'phone'],
    ['Langue', 'language'],
    ['Taal', 'language'],
    ['NISS', 'nationalNumber'],
    ['Numéro de registre national', 'nationalNumber'],
    ['Rijksregisternummer', 'nationalNumber'],
    ['INSZ-nummer', 'nationalNumber'],
    ['Lieu de naissance', 'none'],
    ['Geboorteplaats', 'none'],
    ['Mail du responsable', 'none'],
    ["Nom de l'employeur", 'none'],
    ['Matricule', 'none'],
    ['', 'none'],
  ])('%s is %s', (header, meaning) => {
    expect(meaningOfHeader(header)).toBe(meaning)
  })
})

describe('a national number', () => {
  test.each(['85.07.30-033.28', '85073003328', '17 07 30 033 84'])('%s is recognised by its figures', (text) => {
    expect(isNationalNumber(text)).toBe(true)
  })
  test.each(['85.07.30-033.29', '0470112233', '30/07/1985', '85 73 00 33 28', ''])('%s is none', (text) => {
    expect(isNationalNumber(text)).toBe(false)
  })
  test('is found under a header that does not say so, and nothing of it is kept', () => {
    const source = readSource(
      readRows('Nom;Prénom;Matricule\nPeeters;Jan;85.07.30-033.28\nMaes;An;85073003328\n').map((row) => row),
    )
    expect(source.guessed).toEqual(['lastName', 'firstName', 'nationalNumber'])
    expect(source.nationalNumbers).toEqual([2])
    expect(JSON.stringify(source.rows)).not.toMatch(/85/)
  })
  test('in a cell of another column is not kept either', () => {
    const source = readSource(readRows('Nom;Prénom;Remarque\nPeeters;Jan;85.07.30-033.28\nMaes;An;ok\nDoe;Bo;ok\n'))
    expect(source.nationalNumbers).toEqual([])
    expect(JSON.stringify(source.rows)).not.toMatch(/85/)
  })
})

describe('the columns of a list', () => {
  const columnsOf = (text: string) => readSource(readRows(text)).guessed

  test('are told by what stands in them where there is no header', () => {
    expect(
      columnsOf('Dubois;Marie;12/03/1988;marie.dubois@exemple.be;0470 11 22 33;FR\nPeeters;Jan;1-4-90;;;NL'),
    ).toEqual(['lastName', 'firstName', 'birthDate', 'email', 'phone', 'language'])
  })
  test('are one for both names where no first name stands beside "Nom"', () => {
    expect(columnsOf('Nom;Né le\nDupont Jean;1/2/1980\nMaes An;3/4/1981')).toEqual(['nameFirst', 'birthDate'])
    expect(columnsOf('Naam;Geboren op\nJan Peeters;1/2/1980\nMarie Dubois;3/4/1981')).toEqual([
      'firstNameFirst',
      'birthDate',
    ])
  })
  test('a title above the header is passed over, and lines keep their numbers', () => {
    const source = readSource(
      readRows('Assurances du Midi;;\nListe du 20 novembre;;\n\nNom;Prénom;E-mail\nPeeters;Jan;jan@exemple.be\n'),
    )
    expect(source.header).toEqual(['Nom', 'Prénom', 'E-mail'])
    expect(source.rows.map(({ line }) => line)).toEqual([5])
  })
  test('rows of blanks and separators are no rows', () => {
    expect(readRows('\n   \n;;;\n')).toEqual([])
  })
  test('no meaning is given twice', () => {
    expect(columnsOf('Nom;Prénom;E-mail;E-mail privé\nA;B;c@d.be;e@f.be')).toEqual([
      'lastName',
      'firstName',
      'email',
      'none',
    ])
  })
  test('may be used when both names come from somewhere, once', () => {
    expect(areUsable(['lastName', 'firstName', 'none', 'none'])).toBe(true)
    expect(areUsable(['firstNameFirst', 'email'])).toBe(true)
    expect(areUsable(['lastName'])).toBe(false)
    expect(areUsable(['lastName', 'firstName', 'nameFirst'])).toBe(false)
    expect(areUsable(['lastName', 'firstName', 'email', 'email'])).toBe(false)
    expect(guessColumns(null, [], 0)).toEqual([])
    const unknown = [
      ['Peeters', 'Ysaline', '1/4/1990'],
      ['Maes', 'An', '2/3/1980'],
    ]
    expect(guessColumns(null, unknown, 3)).toEqual(['lastName', 'firstName', 'birthDate'])
  })
  test('a comma, a tab or a semicolon parts them, and quotation marks hold a cell together', () => {
    for (const text of [
      'Nom,Prénom,Né le\n"Peeters, dit Piet",Jan,1/2/80',
      'Nom\tPrénom\tNé le\nPeeters, dit Piet\tJan\t1/2/80',
      'Nom;Prénom;Né le\nPeeters, dit Piet;Jan;1/2/80',
    ]) {
      expect(readSource(readRows(text)).rows[0]?.cells).toEqual(['Peeters, dit Piet', 'Jan', '1/2/80'])
    }
  })
})

describe('two names in one cell', () => {
  test.each([
    ['DUPONT Jean', 'nameFirst', 'DUPONT', 'Jean'],
    ['Jean DUPONT', 'nameFirst', 'DUPONT', 'Jean'],
    ['Dupont, Jean', 'firstNameFirst', 'Dupont', 'Jean'],
    ['VAN DEN BROECK Élise', 'nameFirst', 'VAN DEN BROECK', 'Élise'],
    ['Élise van den BROECK', 'firstNameFirst', 'van den BROECK', 'Élise'],
    ['Van den Broeck Élise', 'nameFirst', 'Van den Broeck', 'Élise'],
    ['Élise Van den Broeck', 'firstNameFirst', 'Van den Broeck', 'Élise'],
    ['Garcia Lopez Maria', 'nameFirst', 'Garcia Lopez', 'Maria'],
    ['Dupont Jean Pierre', 'nameFirst', 'Dupont', 'Jean Pierre'],
    ['Jean Pierre Martin', 'firstNameFirst', 'Martin', 'Jean Pierre'],
    ['El Idrissi Yasmina', 'nameFirst', 'El Idrissi', 'Yasmina'],
    ['PEETERS JAN', 'nameFirst', 'PEETERS', 'JAN'],
    ['Mme Dubois Marie', 'nameFirst', 'Dubois', 'Marie'],
    ["D'HONDT An", 'nameFirst', "D'HONDT", 'An'],
  ] as const)('%s (%s) is %s and %s', (cell, order, lastName, firstName) => {
    expect(splitFullName(cell, order)).toEqual({ lastName, firstName })
  })
  test('one name alone is not guessed apart', () => {
    expect(splitFullName('Peeters', 'nameFirst')).toBeNull()
    expect(splitFullName('DE SMET', 'nameFirst')).toBeNull()
    expect(splitFullName('Van den Berghe', 'nameFirst')).toBeNull()
    expect(splitFullName('Le Jan', 'nameFirst')).toEqual({ lastName: 'Le', firstName: 'Jan' })
    expect(splitFullName('Peeters,', 'nameFirst')).toBeNull()
  })
})

test.each([
  ['VAN DEN BROECK', 'Van den Broeck'],
  ['van den broeck', 'Van den Broeck'],
  ['VANDENBROECK', 'Vandenbroeck'],
  ['DE SMET', 'De Smet'],
  ["D'HONDT", "D'Hondt"],
  ["DE L'ARBRE", "De l'Arbre"],
  ["'T JONCK", "'t Jonck"],
  ['EL IDRISSI', 'El Idrissi'],
  ['JEAN-PIERRE', 'Jean-Pierre'],
  ['DUPONT-LEFÈVRE', 'Dupont-Lefèvre'],
  ['MCDONALD', 'McDonald'],
  ['JAN VAN', 'Jan Van'],
  ['Van Den Broeck', 'Van Den Broeck'],
  ['de Ligne', 'de Ligne'],
  ['McDonald', 'McDonald'],
  ['', ''],
])('the name %s is written %s', (typed, written) => {
  expect(normalCase(typed)).toBe(written)
})

describe('a birth date', () => {
  test.each([
    ['14/03/1988', '1988-03-14'],
    ['14-3-88', '1988-03-14'],
    ['14.03.1988', '1988-03-14'],
    ['140388', '1988-03-14'],
    ['14031988', '1988-03-14'],
    ['19880314', '1988-03-14'],
    ['1988-03-14', '1988-03-14'],
    ['1988/3/14', '1988-03-14'],
    ['1988-03-14T00:00:00', '1988-03-14'],
    ['14/03/1988 00:00', '1988-03-14'],
    ['32216', '1988-03-14'],
    ['32216.5', '1988-03-14'],
    ['14 mars 1988', '1988-03-14'],
    ['1er août 1990', '1990-08-01'],
    ['14-mrt-88', '1988-03-14'],
    ['14 juli 1988', '1988-07-14'],
    ['20121990', '1990-12-20'],
    ['', null],
  ])('%s is %s', (text, day) => {
    expect(readListDate(text, today)).toEqual({ ok: true, value: day })
  })
  test.each(['30/02/1988', '03/25/1988', '1988', 'inconnue', '14/03/2044', '1/1/1850'])('%s is refused', (text) => {
    expect(readListDate(text, today).ok).toBe(false)
  })
})

test.each([
  ['FR', 'fr'],
  ['Néerlandais', 'nl'],
  ['N', 'nl'],
  ['Duits', 'de'],
  ['fr-BE', 'fr'],
  ['anglais', null],
])('the language %s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

describe('a line', () => {
  const reading: Reading = {
    columns: ['nameFirst', 'birthDate', 'email', 'phone', 'language'],
    language: 'fr',
    takenEmails: [],
    today,
  }
  const row = (...cells: string[]) => ({ line: 2, cells, wrong: null })
  const read = (cells: readonly string[], more: Partial<Reading> = {}, shared: readonly string[] = []) =>
    readLine(row(...cells), { ...reading, ...more }, new Set(shared))

  test('is the values of a record', () => {
    expect(read(['VAN DEN BROECK Élise', '32216', 'Élise <elise@exemple.be>', '470112233', 'N'])).toEqual({
      line: 2,
      values: {
        lastName: 'Van den Broeck',
        firstName: 'Élise',
        language: 'nl',
        email: 'elise@exemple.be',
        birthDate: '1988-03-14',
        phone: '0470112233',
      },
      wrong: [],
      written: expect.objectContaining({ birthDate: '32216' }),
      sharedEmail: null,
    })
  })
  test('is incomplete, not refused, without birth date, e-mail and language', () => {
    expect(read(['Peeters Jan', '', '', '', ''])).toMatchObject({
      values: { email: null, birthDate: null, phone: null, language: 'fr' },
      wrong: [],
    })
  })
  test('is refused with every field that is wrong, and says what stood there', () => {
    const line = read(['Peeters', '31/02/1988', 'jan(at)exemple.be', '1'.repeat(50), 'xx'])
    expect(line.values).toBeNull()
    expect(line.wrong).toEqual([
      { field: 'firstName', code: 'field.required' },
      { field: 'language', code: 'field.invalid' },
      { field: 'email', code: 'email.invalid' },
      { field: 'birthDate', code: 'date.invalid' },
      { field: 'phone', code: 'field.tooLong' },
    ])
    expect(line.written).toMatchObject({ lastName: 'Peeters', birthDate: '31/02/1988', email: 'jan(at)exemple.be' })
  })
  test('that is no line at all is refused as a whole', () => {
    const source = readSource(readRows('Nom;Prénom\nPeeters;Jan\nMaes;An;encore;plus\nDubois;"Marie'))
    const lines = source.rows.map((one) => readLine(one, { ...reading, columns: source.guessed }, new Set()))
    expect(lines.map(({ line, wrong }) => [line, wrong.map(({ code }) => code)])).toEqual([
      [2, []],
      [3, ['line.cells']],
      [4, ['line.quotes']],
    ])
  })
  test('does not take over an address that many have, unless it is ticked', () => {
    const cells = ['Peeters Jan', '1/2/1988', 'HR@exemple.be', '', '']
    expect(read(cells, {}, ['hr@exemple.be'])).toMatchObject({ values: { email: null }, sharedEmail: 'HR@exemple.be' })
    expect(read(cells, { takenEmails: ['hr@exemple.be'] }, ['hr@exemple.be'])).toMatchObject({
      values: { email: 'HR@exemple.be' },
      sharedEmail: null,
    })
  })
})

describe('an address is shared', () => {
  const shared = (...addresses: string[]) => [
    ...sharedEmails(
      addresses.map((email, at) => ({ line: at, cells: [email], wrong: null })),
      ['email'],
    ),
  ]

  test('on more than two lines', () => {
    expect(shared('rh@a.be', 'RH@a.be', 'rh@a.be ', 'x@a.be', 'y@a.be', 'z@a.be', '', '')).toEqual([['rh@a.be', 3]])
  })
  test('on half of them', () => {
    expect(shared('rh@a.be', 'rh@a.be', 'x@a.be', '')).toEqual([['rh@a.be', 2]])
  })
  test('only when it is an address: what is wrong stays wrong', () => {
    expect(shared('inconnue', 'inconnue', 'inconnue')).toEqual([])
  })
  test('not by a couple in a longer list, nor by one alone', () => {
    expect(shared('rh@a.be', 'rh@a.be', 'x@a.be', 'y@a.be', 'z@a.be')).toEqual([])
    expect(shared('rh@a.be')).toEqual([])
  })
})
