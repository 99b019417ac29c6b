// Stories for a run of many findings: a flood in each of `towns` invented
// towns, told by three outlets in their own words; the third gives other
// figures throughout.
import {writeFileSync} from 'node:fs';

const kSyllables = ['ka', 'ro', 'mi', 'ta', 'len', 'dor', 'vi', 'sha', 'bel', 'nu'];
const nameOf = (initial, number) => initial + [1000, 100, 10, 1].map(
    (place) => kSyllables[Math.floor(number / place) % 10]).join('');

// Each outlet's report of `n` (names) and `f` (figures).
const kOutlets = [
  ['The Plain Courier', (n, f) => `Flood in ${n.town} kills ${f.dead}

The ${n.river} river burst its banks in ${n.town} on 1 March 2025 and killed ${f.dead} people, mayor ${n.mayor} said.

In ${n.town} and around it ${f.hurt} people were injured, the ${n.clinic} hospital said.

The water destroyed ${f.houses} houses in ${n.town}, most of them by the ${n.river}.

Rebuilding the ${n.bridge} bridge will cost $${f.cost} million, mayor ${n.mayor} said.

The ${n.river} rose by ${f.rise} metres within hours, the ${n.bridge} gauge showed.`],
  ['Valley Wire', (n, f) => `${f.dead} dead as ${n.river} floods ${n.town}

At least ${f.dead} people were killed when the ${n.river} river flooded ${n.town} on 1 March 2025, according to ${n.mayor}, the mayor.

Doctors at the ${n.clinic} hospital treated ${f.hurt} people who were injured in ${n.town}.

Some ${f.houses} houses by the ${n.river} were destroyed in ${n.town}.

It will cost about $${f.cost} million to rebuild the ${n.bridge} bridge, according to ${n.mayor}.

At the ${n.bridge} gauge the ${n.river} rose by ${f.rise} metres.`],
  ['The Upland Post', (n, f) => `${n.town} counts its dead after the ${n.river} flood

The flood of the ${n.river} river in ${n.town} on 1 March 2025 killed ${f.dead} people, ${n.mayor} told reporters.

The number of people injured in ${n.town} stood at ${f.hurt}, the ${n.clinic} hospital announced.

The ${n.river} flood destroyed ${f.houses} houses in ${n.town}.

The cost of rebuilding the ${n.bridge} bridge was put at $${f.cost} million by mayor ${n.mayor}.

The ${n.river} rose by ${f.rise} metres at the ${n.bridge} gauge on Saturday.`],
];

export function writeStories(path, towns) {
  const lines = [];
  for (let town = 0; town < towns; ++town) {
    const names = {
      town: nameOf('Z', town),
      river: nameOf('Qu', town),
      mayor: `Ada ${nameOf('Br', town)}`,
      clinic: nameOf('Ch', town),
      bridge: nameOf('St', town),
    };
    kOutlets.forEach(([outlet, tell], which) => {
      const off = which === 2 ? 1 : 0;
      const figures = {
        dead: 11 + town % 40 + 7 * off,
        hurt: 160 + town % 70 + 23 * off,
        houses: 310 + town % 90 + 45 * off,
        cost: 51 + town % 30 + 90 * off,
        rise: 2 + town % 4 + 3 * off,
      };
      lines.push(JSON.stringify({
        id: `${names.town}-${which}`,
        outlet,
        published: '2025-03-02',
        url: `https://news.example/${names.town}/${which}`,
        lang: 'en',
        text: tell(names, figures),
      }));
    });
  }
  writeFileSync(path, lines.join('\n'));
}
