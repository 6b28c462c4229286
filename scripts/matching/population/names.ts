import { dutch } from '../../../src-central/demo/names/dutch.ts'
import { french } from '../../../src-central/demo/names/french.ts'
import { congolese, german, others, polish, romanian, vietnamese } from '../../../src-central/demo/names/further.ts'
import {
  greek,
  italian,
  moroccan,
  portuguese,
  spanish,
  turkish,
} from '../../../src-central/demo/names/mediterranean.ts'
import { list, type Origin } from '../../../src-central/demo/names/origin.ts'
import type { Chance } from '../../../src-central/demo/random.ts'

export type Sex = 'woman' | 'man'

// The world of the demonstration needs fewer names than a country has: these stand behind its own.
const moreDutch: Partial<Origin> = {
  lastNames:
    list(`Janssen, Van Dijck, Van Hove, De Schepper, Van Loo, Verhulst, Michielsen, De Coninck, Verbruggen, Van Gestel,
    Vandeputte, Verheyen, De Keyser, Wuyts, Nuyts, Van Laere, Vercauteren, Vandewalle, Lauwers, Leysen, Vermeersch, De Groote, Adriaensen,
    Van Daele, Van Roy, Huybrechts, Roelandt, Willaert, Deprez, Matthys, Vanhoutte, Baeyens, Huysmans, Bauwens, De Rycke, Sanders,
    Vandenbroucke, Van Assche, Lambrechts, Van Camp, Van Wouwe, Ceulemans, Proost, Dewulf, Debruyne, Vangheluwe, Meulemans, Vanderlinden,
    Van Parijs, Boeykens, Daems, Van Steenbergen, Casier, Torfs, Ramaekers, De Schutter, Vanhaverbeke, Van Nieuwenhuyse, Vos, Brouwers,
    Van Herck, Schoofs, Hoste, Dhondt, Desmedt, Gysels, Van Cauwenberghe, Vereecke, Decoster, De Cuyper, Vandevelde, Van Belle, Geysen,
    Verdonck, Neyens, Schroyen, Vanhove, Vanden Eynde, Depoorter, Dejonghe, Verlinde, Bracke, Eeckhaut, Van Gorp, Meeus, Rosseel, Boon`),
  women:
    list(`Maria, Rita, Anna, Kristien, Lotje, Tamara, Vanessa, Ingrid, Linda, Monique, Carine, Chris, Sabine, Sandra, Kathleen, Melissa, Sara,
    Jessica, Nancy, Patricia, Caroline, Elisabeth, Johanna, Margareta, Mia, Rosa, Viviane, Nina, Louise, Helena, Ella, Marthe, Lisa, Hannelore`),
  men: list(`Kevin, Michel, Alexander, Benjamin, Christophe, Willem, Jozef, Frans, Roger, Walter, Eddy, Freddy, Ronny, Rudy, Jurgen, Glenn,
    Dieter, Frederik, Simon, Nicolas, Philip, Robin, Victor, Arthur, Louis, Mathias, Stefaan, Jean-Pierre, Raf, Yves, Gerrit, Wesley, Brent`),
}
const moreFrench: Partial<Origin> = {
  lastNames:
    list(`Petit, Gillet, Claes, Wauters, Leonard, Lejeune, Poncelet, Mathy, Henrion, Deschamps, Delvigne, Rensonnet, Gérardy,
    Legros, Bernard, Willems, Stassart, Thonon, Halleux, Detry, Marechal, Fortemps, Dewez, Lambotte, Beaujean, Counet, Dubuisson, Huart,
    Delcroix, Brasseur, Vandenberghe, Closset, Noël, Pierard, Nélis, Deprez, Cuvelier, Demaret, Duchesne, Godfroid, Wattiez, Lebeau,
    Jacquemin, Delfosse, Jacobs, Gobert, Dessart, Hendrickx, Delbrouck, Janssens, Degueldre, Pauwels, Debaisieux, Ledoux, Borguet, Polet,
    Debroux, Francotte, Lecocq, Minet, Wilmotte, Balthazar, Philippart, Bourgeois, Tondeur, Duvivier, Sauvage, Crépin, Baudson, Hœbeke`),
  women:
    list(`Martine, Monique, Nadine, Brigitte, Bernadette, Jacqueline, Patricia, Sabrina, Jessica, Sarah, Vanessa, Cindy, Karine, Rachel,
    Marie-Christine, Marie-Paule, Jeanne, Denise, Annick, Christelle, Alice, Louise, Emma, Juliette, Margot, Clara, Éva, Mathilde, Lætitia`),
  men: list(`Daniel, Serge, Claude, André, Jacques, Christian, Patrick, Fabien, Jonathan, Jérémy, Alexandre, Anthony, Damien, Ludovic, Yannick,
    Jean-Luc, Jean-Claude, Jean-Paul, Guy, Robert, Roger, Willy, Joseph, Hugo, Adrien, Charles, Dylan, Logan, Sacha, Tom, Édouard, Jean-Marie`),
}

/** Of a thousand people, how many have their names from where. */
const nations: readonly (readonly [readonly Origin[], number])[] = [
  [[widened(dutch, moreDutch)], 470],
  [[widened(french, moreFrench)], 270],
  [[moroccan], 65],
  [[turkish], 38],
  [[italian], 42],
  [[german], 15],
  [[congolese], 22],
  [[polish], 17],
  [[romanian], 15],
  [[portuguese], 11],
  [[spanish], 9],
  [[vietnamese], 5],
  [[greek], 4],
  [others, 17],
]

function widened(origin: Origin, more: Partial<Origin>): Origin {
  const joined = (field: 'lastNames' | 'women' | 'men') => [...new Set([...origin[field], ...(more[field] ?? [])])]
  return { ...origin, lastNames: joined('lastNames'), women: joined('women'), men: joined('men') }
}

// A list begins with its most frequent name, but not as steeply as words do: of a hundred Belgians not one is a Peeters.
const STEEPNESS = { lastNames: 0.3, women: 0.5, men: 0.5 } as const

/** One of a list, as often as its place says. */
function byPlace(random: Chance, names: readonly string[], steepness: number): string {
  const place = Math.floor(names.length * random.next() ** (1 / (1 - steepness)))
  return names[place] as string
}

// How a name was spelled depended on the clerk: families that are strangers to one another are called nearly the same.
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ae/, 'aa'],
  [/ck$/, 'cq'],
  [/ck$/, 'ckx'],
  [/ck/, 'k'],
  [/e$/, ''],
  [/s$/, 'x'],
  [/([dt])$/, '$1t'],
  [/gh/, 'g'],
  [/ij/, 'y'],
  [/y/, 'ij'],
  [/oo/, 'o'],
  [/ee/, 'e'],
  [/ll/, 'l'],
  [/nn/, 'n'],
  [/n$/, 'ns'],
  [/art$/, 'aert'],
  [/eau$/, 'eaux'],
  [/ot$/, 'otte'],
  [/et$/, 'ez'],
  [/i$/, 'y'],
  [/^Van de /, 'Van den '],
  [/(?<=[aeiou])([lnpt])(?=[aeiou])/u, '$1$1'],
]

function spelledByClerks(random: Chance, name: string): string {
  if (!random.happens(0.45)) return name
  const fitting = spellings.filter(([written]) => written.test(name))
  if (fitting.length === 0) return name
  const [written, otherwise] = random.pick(fitting)
  return name.replace(written, otherwise)
}

export const originOf = (random: Chance): Origin => random.pick(random.weighted(nations))

export function lastNameOf(random: Chance, origin: Origin): string {
  if (origin.rare && random.happens(origin.rare.share)) return spelledByClerks(random, origin.rare.make(random.pick))
  return byPlace(random, origin.lastNames, STEEPNESS.lastNames)
}

/** The name of a family as a man or a woman of it bears it. */
export const borneBy = (sex: Sex, lastName: string, origin: Origin): string =>
  sex === 'woman' && origin.feminine && !lastName.endsWith('a') ? origin.feminine(lastName) : lastName

/** A first name, of some people with a second one behind it. */
export function firstNameOf(random: Chance, origin: Origin, sex: Sex): string {
  const names = sex === 'woman' ? origin.women : origin.men
  const one = byPlace(random, names, STEEPNESS[sex === 'woman' ? 'women' : 'men'])
  if (!random.happens(0.07)) return one
  const second = byPlace(random, names, STEEPNESS.men)
  return second === one ? one : `${one} ${second}`
}
