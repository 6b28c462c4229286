import { list, type Origin } from './origin.ts'

const towns =
  list(`Aerschot, Assche, Bael, Bever, Beveren, Boxstael, Craen, Deun, Doorslaer, Eeckhout, Elsen, Esbroeck, Gansbeke,
  Geel, Gorp, Haute, Heule, Hoof, Hooydonck, Hove, Hulle, Kerckhove, Laer, Langenhove, Lancker, Lierde, Looy, Lommel,
  Malderen, Mechelen, Meerbeeck, Merode, Mol, Nuffel, Oost, Oosterwyck, Overstraeten, Parys, Poucke, Puyvelde, Reeth,
  Rompaey, Roy, Rymenant, Sande, Steenbergen, Steenkiste, Tichelen, Tongeren, Uffelen, Uytven, Vaerenbergh, Waes,
  Wesemael, Wichelen, Wynsberghe, Ypersele, Zele, Zeebroeck`)
const grounds = list(`Abeele, Auweele, Berghe, Bergh, Bosch, Bossche, Bogaert, Borre, Branden, Broucke, Brande, Bulcke,
  Bussche, Casteele, Daele, Dries, Driessche, Eede, Eynde, Eycken, Gehuchte, Gucht, Haegen, Hende, Heuvel, Heede, Keere,
  Keybus, Kerkhof, Kieboom, Linden, Meersche, Meulen, Moere, Moortele, Neste, Nieuwenhof, Peereboom, Plas, Poel, Poorten,
  Putte, Rostyne, Schoot, Sompel, Spiegel, Steen, Steene, Straeten, Sypt, Velden, Venne, Vijver, Vyver, Walle, Weghe,
  Winckel, Wouwer, Wyngaert, Zande`)
const trades =
  list(`Baere, Beul, Beule, Blaere, Bock, Boeck, Boever, Brabander, Bruycker, Bruyne, Ceulaer, Ceuster, Clerck, Coene,
  Coninck, Cock, Corte, Cuyper, Decker, Deyne, Doncker, Draeck, Ganck, Geest, Geyter, Graef, Groote, Gryse, Haes, Herdt,
  Hert, Jaeger, Jonghe, Keersmaecker, Keyser, Kimpe, Knijf, Koninck, Laet, Landtsheer, Lange, Leeuw, Leener, Maeyer, Man,
  Meester, Moor, Mulder, Muynck, Naeyer, Neve, Nil, Paepe, Pauw, Pelsmaeker, Praeter, Preter, Pooter, Ridder, Rijcke, Roeck,
  Roover, Rooms, Saedeleer, Schepper, Schrijver, Schutter, Smedt, Sutter, Swaef, Taeye, Temmerman, Vleeschouwer, Volder,
  Vos, Vriendt, Vries, Waele, Weerdt, Wever, Wilde, Winne, Wit, Witte, Wolf, Zutter, Zwart`)
const fathers =
  list(`Adriaens, Aerts, Andries, Baert, Bauwens, Beerts, Bertels, Boels, Boudewijns, Cauwen, Ceulem, Christi, Coene, Daems,
  Dirix, Dierick, Everaert, Fransen, Geerin, Geeraert, Gijsbrecht, Heylen, Heynder, Hendrick, Huybrecht, Ingel, Joosten,
  Kerre, Laure, Leen, Lambrecht, Lippen, Lode, Mathij, Melis, Merckx, Michiel, Neel, Nijs, Oly, Onghena, Paul, Pauwel,
  Philip, Reyn, Robbrecht, Roeland, Roge, Sel, Servaes, Stroo, Thijs, Tijtgat, Timmer, Ver, Wauter, Wellen, Wijn, Zege`)
const endings = ['s', 'sens', 'mans', 'kens', 'ckx', 'aert', 'els'] as const

export const dutch: Origin = {
  lastNames:
    list(`Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters, De Smet, Pauwels, Hermans, Michiels,
    Aerts, De Clercq, Van Damme, Smets, Claeys, Hendrickx, Janssen, Stevens, Van den Broeck, Coppens, De Backer,
    Vermeulen, Martens, Verhoeven, Desmet, Van de Velde, Wauters, Segers, Cools, Bogaerts, Van den Bossche, De Vos,
    Declercq, Lenaerts, Baert, Lemmens, Verstraete, Smeets, De Wilde, Verbeke, Geerts, De Cock, Dierckx, Timmermans,
    Van Hecke, De Pauw, De Meyer, Verhaegen, De Ridder, Vandenberghe, Bosmans, De Bruyn, Van Acker, Thijs, De Winter,
    Vandamme, Mathieu, Moons, Vervoort, Cornelis, Jansen, Christiaens, Helsen, Laureys, Van Dyck, Vercammen,
    Vandekerckhove, D'Hondt, Verhaeghe, D'hoker, De Wachter, Roels, Sterckx, Ooms, Bollen, Raes, Nijs, T'Jampens, Van 't Hof,
    Heylen, Wynants, Gielen, Cuypers, Geens, Verlinden, Van Looy, Moens, Van Hoof, Callebaut, Lievens, Buyse, Ghysels,
    Van der Auwera, Vanderstraeten, Verschueren, Van Eeckhout, Slegers, Schepens, Rombouts, Luyten, Sels, Nelissen,
    D'Haene, D'hoore, Ingels, Reynders, Paesen, Beckers, Vangeel, Vranken, Swinnen, Theunis, Driesen, Boonen, Bynens`),
  women:
    list(`An, Els, Sofie, Katrien, Ilse, Elke, Griet, Liesbeth, Sarah, Evelien, Lien, Eline, Emma, Lotte, Charlotte, Hilde,
    Ann, Inge, Kristel, Leen, Veerle, Marleen, Nele, Joke, Annelies, Tine, Karen, Kim, Ellen, Barbara, Greet, Lieve, Martine,
    Hanne, Julie, Laura, Marie, Femke, Silke, Jana, Amber, Febe, Margot, Fien, Noor, Lore, Ine, Stefanie, Wendy, Tineke,
    Godelieve, Hildegard, Anne-Marie, Marie-Louise, Anneleen, Maaike, Floor, Elise, Jolien, Britt, Sien, Josefien, Ria, Daphné`),
  men: list(`Jan, Peter, Koen, Bart, Wim, Tom, Luc, Dirk, Kristof, Pieter, Stijn, Joris, Johan, Geert, Filip, Marc, Steven, Jeroen,
    Thomas, Maarten, Wouter, Bram, Sven, Hans, Kurt, Patrick, Frank, Guy, Paul, Rudi, Danny, Erik, Tim, Jef, Karel, Lars,
    Robbe, Jonas, Arne, Ruben, Senne, Thibo, Wout, Lukas, Matthias, Niels, Pieter-Jan, Jan-Willem, Jelle, Gert, Herman, Jos, Kobe,
    Lander, Mathijs, Nico, Rik, Ward, Yannick, Brecht, Bert, Chris, Gunther, Hendrik, Ivo, Joachim, Willy, Xander, Benoît, René`),
  rare: {
    share: 0.6,
    make: (pick) => {
      switch (pick(['town', 'ground', 'trade', 'father', 'joined'] as const)) {
        case 'town':
          return `Van ${pick(towns)}`
        case 'ground':
          return `${pick(['Van de', 'Van den', 'Van der'])} ${pick(grounds)}`
        case 'trade':
          return `De ${pick(trades)}`
        case 'father':
          return `${pick(fathers).replace(/s$/, '')}${pick(endings)}`
        default:
          return `${pick(['Vande', 'Vanden', 'Vander'])}${pick(grounds).toLowerCase()}`
      }
    },
  },
}
