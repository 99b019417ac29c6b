// The pages under test, and a page that keeps watch over itself.
import {readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

// What //reports/html:write_samples wrote.
export const kReports = resolve(process.env.CROSSCHECK_REPORTS ?? 'reports');

export const urlOf = (file) => pathToFileURL(join(kReports, file)).href;

// One of every kind, in both languages.
export const kPages = ['en', 'ar'].flatMap((lang) => [
  `sample.${lang}.html`,
  `no-texts.${lang}.html`,
  `clean.${lang}.html`,
  `empty.${lang}.html`,
  `hostile.${lang}.html`,
  `gate.${lang}.html`,
  ...[
    'index', 'facts-2', 'articles', 'articles-2', 'search', 'method', 'signpost',
  ].map((name) => `folder.${lang}/${name}.html`),
]);

export const kInjections =
    readdirSync(kReports).filter((name) => name.startsWith('inject-')).sort();

// Everything folded, unfolded; everything that waits to be scrolled to, laid
// out.
export async function unfold(page) {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    for (const part of document.querySelectorAll(
             '.card, .scroll, .lines > li, .rows li, .art')) {
      part.style.contentVisibility = 'visible';
    }
  });
}
