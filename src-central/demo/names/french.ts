import { list, type Origin } from './origin.ts'

const stems =
  list(`Albr, Ans, Arn, Barb, Bast, Baud, Bert, Blanch, Bod, Boul, Bour, Brass, Broch, Burn, Cal, Cart, Cham, Chap,
  Charl, Coll, Corb, Coul, Court, Crep, Dam, Deb, Dieud, Dor, Doss, Drap, Fauc, Fern, Flam, Fonten, Forg, Franch, Frér, Gad, Gauth,
  Gen, Gérard, Gill, God, Goff, Grand, Grég, Guill, Hainn, Hanck, Henr, Herb, Houb, Houdr, Jacqu, Jad, Jam, Jol, Lamb, Laur,
  Lem, Lém, Lion, Lor, Mab, Mal, Marc, Mart, Mass, Math, Maur, Mich, Mor, Nic, Noir, Paqu, Parm, Pér, Pet, Pier, Pirl, Poll,
  Quer, Rav, Rem, Renard, Rich, Rob, Roland, Ross, Sal, Sart, Serv, Simon, Tass, Thir, Thom, Toussaint, Vinc, Wart, Wil`)
const endings = ['ard', 'art', 'aux', 'eau', 'elle', 'et', 'ette', 'ier', 'in', 'iot', 'on', 'ot', 'oul', 'y'] as const
const places =
  list(`Bois, Bruyère, Buisson, Champ, Chapelle, Chêne, Clos, Colline, Cour, Croix, Fontaine, Forge, Fosse, Grange, Haie, Mare,
  Marche, Mont, Motte, Moulin, Pierre, Place, Plaine, Porte, Prairie, Roche, Rivière, Saulx, Tombe, Tour, Vallée, Vigne, Ville`)
const joined =
  list(`bois, bru, brux, champ, chamb, cour, courte, croix, cuvellerie, fosse, four, fays, fraigne, haye, hez, laine, mare, marche,
  mont, motte, moulin, page, pierre, place, porte, pré, rue, sart, saux, tour, trieu, val, vaulx, vigne, ville, vivier, wez`)

export const french: Origin = {
  lastNames:
    list(`Dubois, Lambert, Dupont, Martin, Simon, Laurent, Leroy, Denis, Lejeune, François, Gérard, Leclercq, Renard, Dumont,
    Collard, Lefèvre, Delvaux, Hubert, Thomas, Noël, Henry, Gilles, Mathieu, Masson, Bodart, Thiry, Evrard, Collin, Wauthier,
    Charlier, Bertrand, Servais, Fontaine, Michel, Robert, Dupuis, Lemaire, Dethier, Delhaye, Bastin, Jacques, Legrand, Pirotte,
    Maréchal, Herman, Dardenne, Guillaume, Piette, Mahieu, Lecomte, Marchal, Carlier, Hanquet, Adam, Rousseau, Fievez, Joris,
    Piron, Demoulin, Warnier, Baudoux, Mertens, Peeters, Delcourt, Stassin, Vincent, Rasquin, Toussaint, Colson, Dejardin,
    Léonard, Hennebert, Frère, Vanderlinden, Georges, Docquier, Crahay, Libert, Hallet, Tilman, d'Hœdt, de la Brassinne, Gaspard,
    Libois, Roland, Englebert, Defrère, Meunier, Jadot, Grégoire, Bouillon, Jamar, Paquet, Dumoulin, Burton, Sohier, Lahaye,
    Lebrun, Delforge, Massart, de Thier, d'Aspremont, Dehousse, Étienne, Genot, Cornet, Barbier, Honoré, Lallemand, Wéry, Rémy`),
  women:
    list(`Marie, Nathalie, Isabelle, Sophie, Catherine, Julie, Céline, Aurélie, Laura, Caroline, Stéphanie, Valérie, Anne,
    Christine, Véronique, Sandrine, Virginie, Laurence, Émilie, Élise, Chloé, Camille, Manon, Léa, Pauline, Charlotte, Justine,
    Mélanie, Delphine, Françoise, Dominique, Bénédicte, Anne-Sophie, Marie-Claire, Anaïs, Zoé, Clémence, Fanny, Florence, Géraldine,
    Hélène, Joëlle, Maud, Maëlle, Noémie, Ophélie, Pascale, Régine, Solène, Sylvie, Vinciane, Marie-Thérèse, Océane, Inès, Lucie,
    Margaux, Élodie, Cécile, Agnès, Amandine, Bérengère, Claire, Colette, Estelle, Gaëlle, Ségolène, Viviane, Marie-Ève`),
  men: list(`Philippe, Michel, Marc, Pierre, Olivier, Nicolas, Thomas, Benoît, François, Christophe, Vincent, David, Laurent, Luc,
    Jean, Frédéric, Alain, Sébastien, Julien, Maxime, Antoine, Bernard, Didier, Pascal, Éric, Xavier, Simon, Quentin, Arnaud, Cédric,
    Jean-François, Jean-Pierre, Jean-Marc, Loïc, Hugues, Baptiste, Noël, Gaëtan, Geoffrey, Grégory, Guillaume, Jérôme, Joël, Kévin,
    Louis, Lucas, Mathieu, Nathan, Noah, Raphaël, Rémi, Romain, Stéphane, Théo, Thibault, Thierry, Valentin, Victor, Yves,
    Jean-Baptiste, André, Dominique, Étienne, Fabrice, Gauthier, Gilles, Hervé, Marc-Antoine, Maël, Cyril, Renaud, Tanguy, Aurélien`),
  rare: {
    share: 0.6,
    make: (pick) => {
      switch (pick(['stem', 'stem', 'joined', 'of', 'double'] as const)) {
        case 'stem':
          return `${pick(stems)}${pick(endings)}`
        case 'joined':
          return `${pick(['De', 'Del', 'Du', 'Des'])}${pick(joined)}`
        case 'of':
          return `${pick(['de', 'De', 'de la', 'Del', 'Della'])} ${pick(places)}`
        default:
          return `${pick(stems)}${pick(endings)}-${pick(french.lastNames)}`
      }
    },
  },
}
