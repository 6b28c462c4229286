import { list, type Origin } from './origin.ts'

const arabicFirst = {
  women:
    list(`Fatima, Yasmina, Khadija, Samira, Amina, Naïma, Sara, Nadia, Karima, Leïla, Malika, Rachida, Hanane, Imane, Salma, Inès,
    Nora, Siham, Soumaya, Zineb, Aïcha, Asmae, Chaïma, Dounia, Fatima-Zohra, Ghizlane, Hajar, Houda, Ikram, Kaoutar, Lamia, Loubna,
    Mariam, Meryem, Najat, Oumaima, Rania, Safae, Sanae, Sabrina, Touria, Wafa, Yousra, Zahra`),
  men: list(`Mohamed, Youssef, Ahmed, Hassan, Rachid, Karim, Mehdi, Bilal, Ayoub, Hamza, Omar, Saïd, Abdelkader, Abdellah, Adil,
    Amine, Anouar, Aziz, Brahim, Driss, Fouad, Hakim, Hicham, Ibrahim, Ilyas, Ismaël, Jamal, Khalid, Mohammed, Mounir, Mustapha, Nabil,
    Nordine, Othmane, Reda, Samir, Soufiane, Tarik, Walid, Yassine, Younes, Zakaria, Abdel Karim, Mohamed Amine`),
}
const tribes =
  list(`Abbassi, Achkar, Afkir, Alaoui, Allali, Amri, Arbi, Asri, Attar, Azouzi, Bakkali, Baroudi, Berkani, Boustani, Fassi,
  Filali, Ghazi, Haddad, Hajji, Hamdaoui, Harrak, Hassani, Jabri, Jaouhari, Kaddouri, Khadir, Khalfi, Kharraz, Maghraoui, Mansouri,
  Marrakchi, Mernissi, Moussaoui, Mrabet, Nadori, Omari, Ouahabi, Ouali, Rhazi, Sahli, Sebti, Tazi, Yaacoubi, Yousfi, Zahraoui, Ziani`)

export const moroccan: Origin = {
  lastNames:
    list(`El Idrissi, Benali, Amrani, El Amrani, Bouzid, El Khattabi, Haddou, Ben Saïd, Azzouzi, El Bakkali, Chaouch, El Yahyaoui,
    Saïdi, El Moussaoui, Tahiri, Alaoui, Aziz, El Ouali, Bouchta, Mansouri, El Hajji, Belkacem, Idrissi, Ziani, Boulahya, El Haddad,
    Aït Hammou, Benkirane, Chakir, Daoudi, El Fassi, El Ghazi, El Kaddouri, Essaïdi, Fikri, Ghanem, Hamdi, Hassani, Jabri, Jebari, Kaddour,
    Khaldi, Lahlou, Lamrani, Loukili, Mahi, Messaoudi, Mokhtari, Mrabet, Naciri, Oukhiar, Ouaziz, Rahmani, Rifi, Sabri, Slimani, Taouil,
    Touzani, Yaakoubi, Zerouali, Aarab, Abdellaoui, Achahbar, Ahidar, Bouazza, Bouhaddou, Zemmouri, Ouriaghli, El Mesbahi, Aït Taleb`),
  ...arabicFirst,
  rare: {
    share: 0.35,
    make: (pick) =>
      `${pick(['El ', 'El ', 'Al ', 'Ben ', 'Aït ', 'Ou', 'Bou', ''])}${pick(tribes)}`.replace(
        /^(Ou|Bou)(.*)$/,
        (_all, head: string, tail: string) => head + tail.toLowerCase(),
      ),
  },
}

const turkishHeads = [
  'Ak',
  'Al',
  'Ay',
  'Boz',
  'Çelik',
  'Demir',
  'Er',
  'Gök',
  'Gül',
  'Gün',
  'Kara',
  'Koç',
  'Kurt',
  'Öz',
  'Şen',
  'Tan',
  'Taş',
  'Yıl',
  'Yurt',
]
const turkishTails = [
  'alp',
  'ay',
  'baş',
  'bay',
  'bulut',
  'can',
  'çelik',
  'doğan',
  'han',
  'kaya',
  'kan',
  'kurt',
  'man',
  'oğlu',
  'pınar',
  'soy',
  'taş',
  'tekin',
  'türk',
]

export const turkish: Origin = {
  lastNames:
    list(`Yılmaz, Demir, Kaya, Şahin, Çelik, Yıldız, Öztürk, Yıldırım, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara,
    Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Özgür, Çakır, Erdoğan, Güneş, Aksoy, Bulut, Taş, Acar, Avcı, Güler, Turan, Kaplan, Tekin,
    Aktaş, Sarı, Keskin, Ünal, Toprak, Coşkun, Işık, Balcı, Altun, Karaca, Duman, Gündüz, Ateş, Bozkurt, Erdem, Güngör, Soylu, Tunç,
    Uysal, Yavuz, Yüksel, Karakaya, Ceylan, Uçar, Ekinci, Gökçe, Savaş, Tosun`),
  women:
    list(`Fatma, Ayşe, Emine, Hatice, Zeynep, Elif, Özlem, Derya, Gül, Meryem, Sevgi, Songül, Yasemin, Aylin, Büşra, Canan, Dilek,
    Ebru, Esra, Filiz, Gamze, Gülay, Hülya, İpek, Kübra, Leyla, Melek, Merve, Nazlı, Nurcan, Pınar, Selin, Semra, Serap, Sibel, Tuğba, Tülay,
    Ümmügülsüm, Yıldız, Zehra, Çiğdem`),
  men: list(`Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, Murat, Yusuf, Osman, Ömer, Emre, Burak, Can, Cem, Deniz, Engin, Erkan,
    Fatih, Ferhat, Gökhan, Hakan, Halil, İsmail, Kadir, Kemal, Metin, Onur, Orhan, Oğuz, Ramazan, Recep, Selim, Serkan, Süleyman, Tolga,
    Tuncay, Uğur, Umut, Volkan, Yasin, Çağlar`),
  rare: { share: 0.3, make: (pick) => `${pick(turkishHeads)}${pick(turkishTails)}` },
}

const romance = [
  'Bel',
  'Bon',
  'Cal',
  'Car',
  'Cas',
  'Col',
  'Fer',
  'Gal',
  'Gar',
  'Lom',
  'Mar',
  'Mor',
  'Pal',
  'Pel',
  'Sal',
  'Tor',
  'Val',
  'Ver',
]

export const italian: Origin = {
  lastNames:
    list(`Rossi, Esposito, Russo, Ferrara, Romano, Greco, Marino, Lombardo, Costa, Bruno, Conti, De Luca, Giordano, Rizzo, Caruso,
    Di Stefano, La Rocca, Lo Presti, D'Angelo, D'Amico, Di Bartolomeo, Pellegrini, Gallo, Sanfilippo, Vitale, Amato, Barone, Basile, Bellini,
    Bianchi, Cacciatore, Cannella, Carbone, Catalano, Cirillo, Colombo, Coppola, Curto, Dell'Aquila, Della Vecchia, Di Giovanni, Di Piazza,
    Fabbri, Farina, Ferrante, Fontana, Gentile, Giuliani, Grasso, Guarino, La Mantia, Leone, Longo, Mancini, Martorana, Messina, Milazzo,
    Monaco, Morreale, Napoli, Orlando, Palumbo, Parisi, Piras, Ricci, Sciortino, Serra, Sorrentino, Testa, Valenti, Zito, D'Agostino`),
  women:
    list(`Maria, Giulia, Laura, Sabrina, Graziella, Antonella, Carmela, Rosa, Francesca, Giovanna, Silvia, Elena, Chiara, Angela, Concetta,
    Daniela, Elisa, Federica, Gabriella, Ilaria, Lucia, Manuela, Marisa, Patrizia, Pina, Rosaria, Sonia, Stefania, Tiziana, Valentina, Alessia,
    Assunta, Carla, Claudia, Cristina, Donatella, Enza, Loredana, Martina, Nunzia`),
  men: list(`Giuseppe, Antonio, Salvatore, Marco, Giovanni, Luigi, Angelo, Vincenzo, Domenico, Roberto, Alessandro, Andrea, Calogero, Carmelo,
    Claudio, Davide, Dino, Enzo, Fabio, Filippo, Francesco, Gaetano, Giacomo, Gino, Lorenzo, Luca, Mario, Massimo, Matteo, Michele, Nicolò,
    Paolo, Pasquale, Pietro, Raffaele, Renato, Rocco, Sandro, Sergio, Umberto`),
  rare: {
    share: 0.3,
    make: (pick) =>
      `${pick(romance)}${pick(['etti', 'ucci', 'ini', 'oni', 'ella', 'isi', 'ano', 'asso', 'iero', 'uzzo'])}`,
  },
}

export const portuguese: Origin = {
  lastNames:
    list(`Ferreira, da Silva, Santos, Pereira, Oliveira, Costa, Rodrigues, Martins, Fernandes, Gonçalves, Gomes, Lopes, Marques, Alves,
    Almeida, dos Santos, Ribeiro, Pinto, Carvalho, Teixeira, Moreira, Correia, Mendes, Nunes, Soares, Vieira, Monteiro, Cardoso, Simões, Conceição,
    da Costa, de Sousa, Antunes, Esteves, Araújo, Barbosa`),
  women:
    list(`Maria, Ana, Conceição, Inês, Catarina, Fátima, Sofia, Mariana, Beatriz, Cristina, Graça, Joana, Luísa, Margarida, Mónica, Paula, Raquel,
    Sandra, Teresa, Vânia`),
  men: list(`João, José, António, Manuel, Carlos, Paulo, Rui, Pedro, Luís, Tiago, André, Bruno, Diogo, Fernando, Gonçalo, Jorge, Miguel, Nuno, Ricardo,
    Sérgio`),
  rare: { share: 0.25, make: (pick) => `${pick(portuguese.lastNames)} ${pick(portuguese.lastNames)}` },
}

export const spanish: Origin = {
  lastNames:
    list(`García, Fernández, Martínez, Rodríguez, López, González, Sánchez, Pérez, Gómez, Álvarez, Muñoz, Díaz, Ruiz, Alonso, Jiménez, Moreno,
    Suárez, Ibáñez, Castro, Ortiz, Peña, de la Fuente, del Río, Iglesias, Núñez`),
  women: list(
    'María, Carmen, Ana, Lucía, Pilar, Mercedes, Begoña, Inmaculada, Rocío, Sofía, Nuria, Ángela, Belén, Elena, María José, Raquel',
  ),
  men: list(
    'José, Antonio, Manuel, Francisco, Javier, Jesús, Ángel, Álvaro, Andrés, Iván, Pablo, José Luis, Óscar, Ramón, Sergio, Víctor',
  ),
  rare: { share: 0.4, make: (pick) => `${pick(spanish.lastNames)} ${pick(spanish.lastNames)}` },
}

export const greek: Origin = {
  lastNames: list(
    'Papadopoulos, Georgiou, Nikolaidis, Dimitriou, Karagiannis, Vasiliou, Ioannidis, Pappas, Theodorou, Konstantinidis, Makris, Economou',
  ),
  women: list('Eleni, Maria, Sofia, Katerina, Vasiliki, Ioanna, Despina, Christina'),
  men: list('Georgios, Dimitrios, Konstantinos, Nikos, Yannis, Panagiotis, Stavros, Christos'),
}
