import { list, type Origin } from './origin.ts'

export const congolese: Origin = {
  lastNames:
    list(`Kabongo, Mukendi, Ilunga, Tshibangu, Kalala, Kasongo, Mbuyi, Ngoy, Mutombo, Lukusa, Mwamba, Kabeya, Banza, Bakala, Balola, Bolamba,
    Bokungu, Diakité, Ekofo, Ekanga, Kalonji, Kambale, Kanku, Kapinga, Katumba, Kayembe, Kazadi, Kibonge, Kitenge, Kyungu, Lokwa, Luamba, Lubaki,
    Luzolo, Mabiala, Makiese, Malonga, Matondo, Mayele, Mbala, Mbombo, Mbo Nsimba, Mulamba, Mulumba, Mpia, Mpoyi, Musau, Muteba, Mwepu, Ndala,
    Ndombasi, Ngalula, Nkulu, Nsimba, Nsenga, Ntumba, Nzuzi, Omba, Salumu, Tshimanga, Tshiala, Wembo, Yamba, N'Goma, N'Sele, M'Boma`),
  women:
    list(`Grâce, Béatrice, Chantal, Esther, Marie-José, Ruth, Solange, Nadine, Rachel, Mireille, Bibiche, Charlène, Clarisse, Divine, Dorcas, Fifi, Gloria,
    Godelive, Henriette, Huguette, Jeannette, Joséphine, Julienne, Keren, Naomie, Odette, Patience, Prisca, Rebecca, Thérèse, Christelle, Déborah,
    Élysée, Espérance, Merveille, Miradie, Nicha, Plamedi, Sarah, Yolande`),
  men: list(`Patrice, Jean-Claude, Dieudonné, Emmanuel, Trésor, Papy, Christian, Serge, Joël, Fiston, Guylain, Héritier, Israël, Jonathan, Josué, Junior, Blaise,
    Célestin, Cédrick, Crispin, Daniel, Augustin, Achille, Éric, Félicien, Fabrice, Gédéon, Gloire, Hervé, Isaac, Jean-Marie, Jérémie, Moïse, Norbert,
    Placide, Rodrigue, Samuel, Symphorien, Théophile, Willy`),
  rare: { share: 0.25, make: (pick) => `${pick(congolese.lastNames)} ${pick(congolese.lastNames)}` },
}

const polishStems = list(
  'Adam, Bart, Bielaw, Czarn, Dąbrow, Gór, Grabow, Jabłoń, Jawor, Kamiń, Kras, Lip, Łęcz, Malin, Micha, Olsz, Ostrow, Pilch, Rut, Sad, Sosn, Śliw, Wierzb, Zaw, Żuraw',
)

export const polish: Origin = {
  lastNames:
    list(`Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Kozłowski, Jankowski, Mazur,
    Kwiatkowski, Krawczyk, Kaczmarek, Piotrowski, Grabowski, Zając, Pawłowski, Michalski, Król, Wieczorek, Jabłoński, Wróbel, Łukaszewicz, Stępień,
    Malinowski, Pawlak, Sikora, Górski, Rutkowski, Ostrowski, Tomaszewski, Zawadzki, Jakubowski, Chmielewski, Włodarczyk, Szczepański`),
  women:
    list(`Anna, Katarzyna, Agnieszka, Małgorzata, Ewa, Joanna, Magdalena, Monika, Łucja, Zofia, Aleksandra, Beata, Dorota, Elżbieta, Grażyna, Iwona, Jolanta,
    Kinga, Natalia, Zuzanna`),
  men: list(`Piotr, Krzysztof, Andrzej, Tomasz, Paweł, Michał, Marcin, Zbigniew, Łukasz, Jakub, Adam, Grzegorz, Jacek, Jarosław, Kamil, Maciej, Mateusz, Rafał,
    Sławomir, Wojciech`),
  rare: { share: 0.25, make: (pick) => `${pick(polishStems)}${pick(['ski', 'owski', 'icki', 'owicz', 'czak'])}` },
  feminine: (lastName) => lastName.replace(/(sk|ck|dzk)i$/, '$1a'),
}

export const romanian: Origin = {
  lastNames:
    list(`Popescu, Ionescu, Popa, Dumitru, Stan, Gheorghe, Marin, Matei, Rusu, Constantin, Munteanu, Moldovan, Ciobanu, Șerban, Diaconu, Florea, Georgescu,
    Ungureanu, Mureșan, Nicolae, Stănescu, Vasilescu, Țurcanu, Bălan, Dobre, Enache, Lăzărescu, Manolescu, Văduva, Zamfir`),
  women: list(
    'Maria, Ioana, Elena, Andreea, Mihaela, Ana, Cristina, Daniela, Alina, Simona, Raluca, Roxana, Gabriela, Florentina, Mădălina, Ștefania, Corina, Ileana, Oana, Bianca',
  ),
  men: list(
    'Ion, Andrei, Alexandru, Ștefan, Mihai, Gheorghe, Cristian, Adrian, Ionuț, Florin, Bogdan, Călin, Cătălin, Dan, Dragoș, Marius, Nicolae, Radu, Răzvan, Vasile',
  ),
}

export const vietnamese: Origin = {
  lastNames: list('Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý'),
  women: list(
    'Thị Hương, Thị Lan, Thị Mai, Ngọc Anh, Thu Hà, Minh Châu, Kim Liên, Thị Thanh, Hồng Nhung, Mỹ Linh, Phương, Thảo, Tuyết, Vân, Yến',
  ),
  men: list(
    'Minh, Văn Hùng, Văn Nam, Quang Huy, Tuấn, Đức, Anh Dũng, Hữu Phước, Thành, Quốc Bảo, Long, Sơn, Trung Kiên, Việt, Xuân',
  ),
}

export const german: Origin = {
  lastNames:
    list(`Müller, Schmitz, Heinen, Königs, Weiß, Jost, Keutgen, Hilgers, Schröder, Pauels, Kessel, Laschet, Niessen, Thönnes, Brüll, Genten, Goffinet,
    Lentz, Meyer, Radermacher, Reuter, Schumacher, Velz, Zimmermann, Heck, Krings, Langer, Böttcher, Kaulmann, von Ameln`),
  women: list(
    'Anja, Käthe, Monika, Petra, Ursula, Heike, Sabine, Jana, Lea, Nadja, Sandra, Silke, Julia, Marlene, Resi, Ännchen, Nicole, Vera, Elfriede, Bärbel',
  ),
  men: list(
    'Jürgen, Dirk, Karl-Heinz, Günter, Rainer, Stefan, Sven, Uwe, Werner, Achim, Björn, Detlef, Erwin, Frank, Lukas, Manfred, Norbert, Ralph, Tobias, Jörg',
  ),
}

/** The many small communities, together. */
export const others: readonly Origin[] = [
  {
    lastNames: list('Hoxha, Krasniqi, Gashi, Berisha, Shala, Osmani, Kelmendi, Bytyqi, Rexhepi, Çela'),
    women: list('Arta, Drita, Besa, Valmira, Fjolla, Mirjeta, Shqipe, Teuta'),
    men: list('Agim, Besnik, Arben, Driton, Ilir, Luan, Valon, Blerim'),
  },
  {
    lastNames: list('Singh, Patel, Sharma, Kumar, Gill, Das, Mehta, Chowdhury, Rahman, Dhillon'),
    women: list('Priya, Anjali, Neha, Harpreet, Simran, Sunita, Kiran, Pooja'),
    men: list('Harpreet, Rahul, Amit, Gurpreet, Sanjay, Vijay, Arjun, Ravi'),
  },
  {
    lastNames: list('Wang, Li, Zhang, Chen, Liu, Yang, Huang, Zhou, Wu, Xu'),
    women: list('Mei, Xiaoling, Yan, Ting, Fang, Jing, Hui, Li Na'),
    men: list('Wei, Jun, Hao, Qiang, Ming, Jian, Lei, Xiaoming'),
  },
  {
    lastNames: list(
      'Uwimana, Mukamana, Niyonzima, Habimana, Nkurunziza, Nshimirimana, Ndayisenga, Hakizimana, Irakoze, Bizimana',
    ),
    women: list('Claudine, Immaculée, Alice, Diane, Espérance, Jacqueline, Vestine, Ange'),
    men: list('Jean-Bosco, Innocent, Eric, Olivier, Aimable, Désiré, Fidèle, Gaspard'),
  },
  {
    lastNames: list('Diallo, Bah, Barry, Sow, Camara, Traoré, Keïta, Touré, Cissé, Sylla, Diop, Ndiaye, Fall, Koné'),
    women: list('Aïssatou, Mariama, Fatoumata, Kadiatou, Hawa, Aminata, Oumou, Awa'),
    men: list('Mamadou, Ibrahima, Alpha, Ousmane, Thierno, Abdoulaye, Boubacar, Cheikh'),
  },
  {
    lastNames: list('Ivanov, Petrov, Dimitrov, Georgiev, Stoyanov, Todorov, Popov, Sokolov, Kuznetsov, Volkov'),
    women: list('Elena, Olga, Natalia, Svetlana, Irina, Desislava, Mariya, Tatiana'),
    men: list('Ivan, Georgi, Dimitar, Nikolay, Aleksandr, Sergei, Stefan, Plamen'),
    feminine: (lastName) => `${lastName}a`,
  },
  {
    lastNames: list('Shevchenko, Bondarenko, Kovalenko, Tkachenko, Kravchenko, Oliynyk, Melnyk, Lysenko'),
    women: list('Oksana, Iryna, Olena, Yuliia, Kateryna, Halyna'),
    men: list('Andriy, Oleksandr, Volodymyr, Mykola, Serhiy, Taras'),
  },
  {
    lastNames: list(
      "Al-Hassan, Haddad, Khoury, Al Masri, Darwish, Al Ahmad, Kassem, Mansour, Ibrahim, Al-Sayed, Shamoun, Be'er",
    ),
    women: list('Rima, Hala, Dima, Rasha, Nour, Lina, Maya, Hiba'),
    men: list('Bassam, Fadi, Ghassan, Nizar, Tarek, Ziad, Ammar, Khaled'),
  },
  {
    lastNames: list("O'Brien, Smith, Johnson, Murphy, Taylor, McDonald, Williams, O'Connor, Wilson, Fitzgerald"),
    women: list('Emily, Sinéad, Karen, Fiona, Sarah, Aoife, Kate, Helen'),
    men: list('James, Seán, Andrew, Patrick, William, Kevin, Liam, Oliver'),
  },
  {
    lastNames: list(
      'Andersson, Hansen, Jørgensen, Lindström, Nielsen, Søndergaard, Bjørnsen, Åkesson, Mäkinen, Þórsdóttir',
    ),
    women: list('Ingrid, Åsa, Kirsten, Maja, Sølvi, Päivi'),
    men: list('Lars, Björn, Søren, Åke, Håkon, Mikael'),
  },
]
