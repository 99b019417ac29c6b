// Country names as ICU has them, English and Arabic, as entity rules: the base
// table of rules/shared/entities.yaml. With --check FILE it lists the names
// that the file lacks instead, and exits 1 when there are any.
//
//   node tests/tools/country_names.mjs > table.yaml
//   node tests/tools/country_names.mjs --check rules/shared/entities.yaml
import { readFileSync } from "node:fs";

const LANGUAGES = ["en", "ar"];
// Left out on purpose: regions without news of their own, and Arabic names
// that are common words ("Mali" is "financial", "Benin" is "sons").
const SKIPPED = new Set(
  ("AC AQ AS AX BL BQ BV CC CK CP CQ CX DG EA EU EZ GG GS HM IC IM IO JE MF " +
   "MP MS NF NU PM PN QO SH SJ SX TA TC TF TK UM UN WF XA XB YT ZZ AI CV")
    .split(" "));
const SKIPPED_NAMES = new Set(["مالي", "بنين", "أروبا", "Réunion"]);

const names = LANGUAGES.map(
  (language) => new Intl.DisplayNames([language], { type: "region" }));
const clean = (text) =>
  text.replace(/[\u064b-\u0652\u200e\u200f]/g, "").replace(/\u00a0/g, " ")
      .replace(/’/g, "'");

const countries = [];
for (let i = 0; i < 26 * 26; ++i) {
  const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
  if (SKIPPED.has(code)) continue;
  const known = names.map((table) => clean(table.of(code)));
  if (known[0] === code) continue;
  countries.push({ code, known });
}

const slug = (text) =>
  text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase()
      .replace(/&/g, "and").replace(/[^a-z0-9]+/g, "_");

if (process.argv[2] === "--check") {
  const text = readFileSync(process.argv[3], "utf8");
  const forms = new Set(
    [...text.matchAll(/^ {4}- (.*)$/gm)]
      .map((m) => m[1].replace(/^'(.*)'$/, "$1").replace(/''/g, "'")));
  let lacking = 0;
  for (const { code, known } of countries) {
    for (const name of known) {
      // Names of several words stand without the article.
      const bare = name.replace(/^ال/, "");
      if (SKIPPED_NAMES.has(name) || forms.has(name) || forms.has(bare)) {
        continue;
      }
      console.log(`${code}: ${name}`);
      ++lacking;
    }
  }
  process.exit(lacking === 0 ? 0 : 1);
}
for (const { known } of countries) {
  console.log(`- id: shared.entity.${slug(known[0])}
  means: ${known[0]}
  type: country
  forms:`);
  for (const name of known) console.log(`    - ${name}`);
}
