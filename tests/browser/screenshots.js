// Pictures of every kind of page, to be looked at:
//   CROSSCHECK_REPORTS=FOLDER node screenshots.js OUT [NAME-PART …]
// FOLDER is what //reports/html:write_samples wrote, and run.en.html and
// run.ar.html of the bundled example. NAME-PARTs choose among the pictures.
import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {launch} from './browser.js';
import {kReports, unfold, urlOf} from './pages.js';

const [out, ...chosen] = process.argv.slice(2);
mkdirSync(out, {recursive: true});

const kWidths = [320, 768, 1440];
const kShots = [];  // name, file, what: a selector, or '' for the top of the page
for (const lang of ['en', 'ar']) {
  kShots.push(
      [`example-${lang}`, `run.${lang}.html`, ''],
      [`example-finding-${lang}`, `run.${lang}.html`, '.card'],
      [`example-finding3-${lang}`, `run.${lang}.html`, '.card:has(#f3)'],
      [`index-${lang}`, `sample.${lang}.html`, ''],
      [`finding-${lang}`, `sample.${lang}.html`, '.card'],
      [`date-${lang}`, `sample.${lang}.html`, '.card:has(#f2)'],
      [`update-${lang}`, `sample.${lang}.html`, '.card:has(#f3)'],
      [`note-${lang}`, `sample.${lang}.html`, '.card:has(#f5)', true],
      [`matrix-${lang}`, `sample.${lang}.html`, '.matrices'],
      [`article-${lang}`, `sample.${lang}.html`, '.articles', true],
      [`method-${lang}`, `sample.${lang}.html`, '.method'],
      [`gate-${lang}`, `gate.${lang}.html`, ''],
      [`known-${lang}`, `gate.${lang}.html`, '.aside'],
      [`hostile-${lang}`, `hostile.${lang}.html`, '.card', true],
      [`clean-${lang}`, `clean.${lang}.html`, ''],
      [`folder-index-${lang}`, `folder.${lang}/index.html`, ''],
      [`folder-facts-${lang}`, `folder.${lang}/facts-1.html`, ''],
      [`folder-search-${lang}`, `folder.${lang}/search.html`, ''],
      [`folder-articles-${lang}`, `folder.${lang}/articles.html`, ''],
      [`folder-article-${lang}`, `folder.${lang}/articles-1.html`, ''],
      [`folder-signpost-${lang}`, `folder.${lang}/signpost.html`, '']);
}
// Lays out what waits to be scrolled to.
const layOut = (page) => page.evaluate(() => {
  for (const part of document.querySelectorAll('.card, .scroll, .rows li, .lines > li, .art')) {
    part.style.contentVisibility = 'visible';
  }
});
const wanted = (name) =>
    chosen.length === 0 || chosen.some((part) => name.includes(part));

const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
  for (const width of kWidths) {
    const context = await browser.newContext(
        {viewport: {width, height: width < 700 ? 1600 : 1100}, colorScheme});
    const page = await context.newPage();
    for (const [kind, file, what, open] of kShots) {
      const name = `${kind}-${width}-${colorScheme}`;
      if (!wanted(name) || !existsSync(join(kReports, file))) continue;
      await page.goto(urlOf(file));
      const path = join(out, `${name}.png`);
      if (what === '') {
        await page.screenshot({path});
        continue;
      }
      await layOut(page);
      const target = page.locator(what).first();
      if (await target.count() === 0) continue;
      if (open) await unfold(page);
      await target.scrollIntoViewIfNeeded();
      await target.screenshot({path});
    }
    await context.close();
  }
}
for (const lang of ['en', 'ar']) {
  if (!wanted(`print-${lang}`)) continue;
  const page = await browser.newPage();
  await page.goto(urlOf(`sample.${lang}.html`));
  await page.pdf(
      {path: join(out, `print-${lang}.pdf`), format: 'A4', preferCSSPageSize: true});
}
// The two pictures of README.
for (const [name, file, what] of [
       ['report-list.en', 'run.en.html', ''],
       ['report-finding.ar', 'run.ar.html', '.card:has(#f3)'],
     ]) {
  if (!wanted(name) || !existsSync(join(kReports, file))) continue;
  const page = await browser.newPage({viewport: {width: 1000, height: 1010}});
  await page.goto(urlOf(file));
  const path = join(out, `${name}.png`);
  if (what === '') {
    await page.screenshot({path});
  } else {
    // As far as the pictures; both together stay under 300 kB.
    await page.setViewportSize({width: 1000, height: 580});
    await layOut(page);
    await page.locator(what).first().evaluate((it) => it.scrollIntoView());
    await page.screenshot({path});
  }
}
await browser.close();
