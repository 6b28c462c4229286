import { list } from '../../../src-central/demo/names/origin.ts'

const groups = (text: string): readonly (readonly string[])[] => text.trim().split('\n').map(list)

// One name as its languages have it, and as those who bear it are called.
export const translations = groups(`Philippe, Filip, Philip, Flip
Jean, Jan, John, Johan, Johannes
Pierre, Peter, Pieter, Piet
Guillaume, Willem, Wim, William
Charles, Karel, Karl
Louis, Lodewijk, Lode
François, Frans, Francis
Marie, Maria, Mieke
Élisabeth, Elisabeth, Liesbeth, Els, Lies
Catherine, Katrien, Catharina, Kathleen, Cathy
Marguerite, Margareta, Greet, Griet
Alexandre, Alexander, Alex, Sander
Benjamin, Ben
Christophe, Kristof, Chris, Christoph
Christine, Kristien, Christina, Chris
Christian, Christiaan
Dominique, Dominiek
Étienne, Stefaan, Steven, Stephan
Stéphane, Stefaan, Stefan
Frédéric, Frederik, Fred, Fré
Guy, Guido
Henri, Hendrik, Rik, Henk
Jacques, Jacob, Jaak
Joseph, Jozef, Jef, Jos, Giuseppe
Luc, Lucas, Lukas
Marc, Mark, Marcus
Michel, Michiel, Michael
Nicolas, Nicolaas, Nico, Klaas
Olivier, Oliver, Oli
Paul, Pol, Pauwel
Robert, Rob, Bob
Thomas, Tom
Vincent, Vince
Xavier, Xaveer
Antoine, Antoon, Anton, Toon, Toni
André, Andries
Anne, An, Anna, Annie
Jeanne, Johanna, Joke
Hélène, Helena, Leen
Hildegard, Hilde
Godelieve, Lieve
Josefien, Fien
Stéphanie, Stefanie, Steffi
Nathalie, Natalie, Nath
Isabelle, Isabel, Isa
Véronique, Veronique, Véro
Sébastien, Sebastiaan, Seb, Bas
Laurent, Laurens
Julien, Juliaan
Maxime, Max
Mathieu, Mathijs, Matthias
Geneviève, Genoveva
Thierry, Dirk, Diederik
Gérard, Gerard, Geert, Gert
Bernard, Bernd, Bert
Daniel, Danny, Daan
Patrick, Pat
Patricia, Patsy
Katarzyna, Kasia
Małgorzata, Gosia
Agnieszka, Aga
Aleksandra, Ola
Elżbieta, Ela
Krzysztof, Krzysiek
Tomasz, Tomek
Wojciech, Wojtek
Zbigniew, Zbyszek
Jakub, Kuba
Ioana, Oana
Alexandru, Alex, Sandu
Gheorghe, George
Mihaela, Miha
Francesco, Franco
Giovanni, Gianni
Vincenzo, Enzo
Salvatore, Totò
Giuseppe, Pino, Beppe
José, Zé
António, Toni
Francisco, Paco, Chico
Konstantinos, Kostas
Georgios, Giorgos
Jean-Pierre, JP, Jean Pierre
Jean-François, JF, Jef
Jean-Marc, JM
Jean-Baptiste, JB
Jean-Claude, JC
Pieter-Jan, PJ, Pieter
Anne-Marie, Annemie
Marie-Louise, Marlies
Marie-Thérèse, Maïté
Anne-Sophie, Anso`)

// One name as several hands have written it in our letters.
export const transliterations = groups(`Mohamed, Mohammed, Muhammed, Muhammad, Mohamad, Mouhamed
Youssef, Yusuf, Yousef, Youssouf, Yosef
Ahmed, Ahmet, Ahmad, Achmed
Hassan, Hasan, Hassen
Hüseyin, Hussein, Houssein, Hossein
Rachid, Rashid, Rachied
Saïd, Said, Saeed
Karim, Kareem, Kerim
Abdelkader, Abdulkadir, Abdul Kader, Abd el Kader
Abdellah, Abdullah, Abdallah
Omar, Ömer, Umar
Ibrahim, İbrahim, Brahim, Ebrahim
Mustapha, Mustafa, Mostafa, Moustapha
Jamal, Djamal, Gamal, Cemal
Khalid, Khaled, Halid, Chalid
Nordine, Noureddine, Nourdin, Nuredin
Amine, Amin, Emin
Yassine, Yasin, Jassin
Younes, Yunus, Younous
Zakaria, Zekeriya, Zakariya
Soufiane, Sofian, Sufyan
Hicham, Hisham
Fouad, Fuad
Ismaël, İsmail, Ismail
Tarik, Tariq, Tarek
Fatima, Fatma, Fatema, Fadma
Khadija, Hatice, Khadidja, Chadija
Aïcha, Ayşe, Aisha, Aicha
Zineb, Zeynep, Zainab, Zaynab
Meryem, Mariam, Maryam, Miriam
Leïla, Leyla, Layla, Laila
Naïma, Naima, Neima
Yousra, Yusra
Soumaya, Sumaya, Soumia
Samira, Semira
El Idrissi, Al Idrissi, El Idrisi, Elidrissi
El Amrani, Al Amrani, El Omrani
Benali, Ben Ali, Benaali, Bin Ali
Ben Saïd, Bensaid, Ben Sayed
El Khattabi, Al Khattabi, El Katabi
El Yahyaoui, Al Yahyawi, El Yahiaoui
El Moussaoui, Al Mussawi, El Mousaoui
El Ouali, Al Wali, El Ouaali
Chaouch, Shaush, Chaouche
Abdellaoui, Abdallaoui, Abdellawi
Bouzid, Bouzit, Buzid
Yılmaz, Yilmaz, Yilmas
Şahin, Sahin, Shahin
Çelik, Celik, Tchelik
Nguyễn, Nguyen, Ngyuen
Shevchenko, Chevtchenko, Sjevtsjenko
Volodymyr, Vladimir, Wolodymyr
Oleksandr, Aleksandr, Alexander
Serhiy, Serhii, Sergei
Andriy, Andrii, Andrei
Yuliia, Julia, Yulia
Kateryna, Katerina, Ekaterina
Iryna, Irina
Olena, Elena
Sergei, Serguei, Sergey
Ivanov, Ivanoff, Iwanow
Papadopoulos, Papadopulos
Dimitrios, Dimitris
Diallo, Jallow, Dialo
Mamadou, Mamadu
Mukendi, Moukendi
Tshibangu, Chibangu
Ousmane, Usman, Osman`)

/** The other forms of a name, by the name. */
export function formsOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, readonly string[]>()
  for (const group of groups) {
    for (const name of group) forms.set(name, [...(forms.get(name) ?? []), ...group.filter((other) => other !== name)])
  }
  return forms
}

const all = formsOf([...translations, ...transliterations])

/** Whether two first names have a name in common, in whatever form: nobody calls two children so. */
export const haveNameInCommon = (one: string, other: string): boolean =>
  one
    .split(' ')
    .some((name) => other.split(' ').some((another) => name === another || all.get(name)?.includes(another) === true))
