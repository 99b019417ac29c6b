// What a reader does with a page: search, filter, sort, follow links, go back,
// by mouse and by keyboard, with scripts and without.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {kReports, urlOf} from './pages.js';
import {open} from './watch.js';

const shownRows = (page) =>
    page.locator('#list > li:visible > a').allTextContents();
const settled = (page) => page.waitForTimeout(250);

for (const lang of ['en', 'ar']) {
  const file = `sample.${lang}.html`;

  test(`${file}: filters by verdict and counts what is left`, async () => {
    await open(file, {}, async (page, wrongs) => {
      const all = (await shownRows(page)).length;
      await page.selectOption('#fv', 'conflict');
      const left = (await shownRows(page)).length;
      assert.ok(left > 0 && left < all, `${left} of ${all}`);
      assert.equal(await page.locator('.card.conflict:visible').count(), left);
      assert.equal(await page.locator('.card.update:visible').count(), 0);
      const count = await page.locator('p.count').textContent();
      assert.ok(count.includes(`${left}`) && count.includes(`${all}`), count);
      await page.click('button[type=reset]');
      assert.equal((await shownRows(page)).length, all);
      assert.deepEqual(wrongs, []);
    });
  });

  test(`${file}: searches in either script, whatever the vowel marks`, async () => {
    await open(file, {}, async (page) => {
      const all = (await shownRows(page)).length;
      // A word of a quoted sentence: "the plant", here with a vowel mark.
      for (const words of ['Harbour', 'المَحطة', '1.2 BILLION']) {
        await page.fill('#q', words);
        await settled(page);
        const found = (await shownRows(page)).length;
        assert.ok(found > 0, words);
      }
      await page.fill('#q', 'qqqq');
      await settled(page);
      assert.equal((await shownRows(page)).length, 0);
      assert.equal(await page.locator('.card:visible').count(), 0);
      await page.fill('#q', '');
      await settled(page);
      assert.equal((await shownRows(page)).length, all);
    });
  });

  test(`${file}: sorts by name and back`, async () => {
    await open(file, {}, async (page) => {
      const worst = await shownRows(page);
      await page.selectOption('#so', 'name');
      const named = await shownRows(page);
      const sorted = named.slice().sort((a, b) => a.localeCompare(b, lang));
      assert.deepEqual(named, sorted);
      await page.selectOption('#so', 'gap');
      const gaps = await page.locator('#list > li').evaluateAll(
          (rows) => rows.map((row) => Number(row.dataset.g)));
      assert.deepEqual(gaps, gaps.slice().sort((a, b) => b - a));
      await page.selectOption('#so', 'worst');
      assert.deepEqual(await shownRows(page), worst);
    });
  });

  test(`${file}: links lead to a finding, into a folded article, and Back`, async () => {
    await open(file, {}, async (page) => {
      const link = page.locator('#list > li > a').nth(1);
      const target = (await link.getAttribute('href')).slice(1);
      await link.click();
      assert.ok(page.url().endsWith(`#${target}`));
      await assertInView(page, `#${target}`);
      await page.locator(`#${target} .links a[href^="#c"]`).first().click();
      const claim = new URL(page.url()).hash;
      assert.match(claim, /^#c\d+$/);
      await assertInView(page, claim);
      await page.goBack();
      assert.ok(page.url().endsWith(`#${target}`));
      await page.goBack();
      assert.ok(!page.url().includes('#'));
    });
  });

  test(`${file}: a deep link opens at its finding and lifts a filter`, async () => {
    await open(file, {}, async (page) => {
      const anchor = await page.locator('.card').nth(2).getAttribute('id');
      await page.goto('about:blank');
      await page.goto(`${urlOf(file)}#${anchor}`);
      await assertInView(page, `#${anchor}`);
      await page.fill('#q', 'qqqq');
      await settled(page);
      const first = await page.locator('.card').first().getAttribute('id');
      await page.evaluate((to) => { location.hash = to; }, first);
      await page.waitForTimeout(100);
      await assertInView(page, `#${first}`);
      assert.equal(await page.inputValue('#q'), '');
      await page.goto('about:blank');
      await page.goto(`${urlOf(file)}#q=harbour`);
      assert.equal(await page.inputValue('#q'), 'harbour');
    });
  });

  test(`${file}: is used by keyboard alone`, async () => {
    await open(file, {}, async (page) => {
      await page.keyboard.press('Tab');
      const skip = await page.evaluate(() => document.activeElement.className);
      assert.equal(skip, 'skip-link');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(50);
      // Through the page: every stop is seen and marked, none is a trap.
      const stops = new Set();
      for (let i = 0; i < 60; ++i) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const it = document.activeElement;
          const box = it.getBoundingClientRect();
          const style = getComputedStyle(it);
          return {
            at: `${it.tagName} ${it.getAttribute('href') ?? it.id} ${box.top + scrollY}`,
            body: it === document.body,
            seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
            marked: style.outlineStyle !== 'none' && style.outlineWidth !== '0px',
          };
        });
        if (stop.body) break;
        assert.ok(stop.seen, `not in view: ${stop.at}`);
        assert.ok(stop.marked, `no focus mark: ${stop.at}`);
        stops.add(stop.at);
      }
      assert.ok(stops.size > 30, `${stops.size} stops`);
      // A fold opens with the keyboard.
      const fold = page.locator('details.record > summary').first();
      await fold.focus();
      await page.keyboard.press('Enter');
      assert.ok(await page.locator('details.record').first().evaluate((d) => d.open));
    });
  });

  test(`${file}: copies the note for the desks`, async () => {
    const options = {permissions: ['clipboard-read', 'clipboard-write']};
    await open(file, options, async (page, wrongs) => {
      await page.locator('details.desk > summary').first().click();
      await page.locator('details.desk .copy').first().click();
      await page.waitForTimeout(100);
      const shown = await page.locator('details.desk .copy').first().textContent();
      const done = await page.locator('body').getAttribute('data-copied');
      assert.equal(shown, done);
      assert.deepEqual(wrongs, []);
    });
  });

  test(`${file}: reads whole without scripts`, async () => {
    let withScripts;
    await open(file, {}, async (page) => {
      withScripts = await page.locator('main').evaluate((m) => {
        for (const it of m.querySelectorAll('.js, p.count')) it.remove();
        return m.textContent;
      });
    });
    const options = {javaScriptEnabled: false};
    await open(file, options, async (page, wrongs) => {
      const cards = await page.locator('.card').count();
      assert.equal(await page.locator('.card:visible').count(), cards);
      assert.equal(await page.locator('.js:visible').count(), 0);
      const plain = await page.locator('main').evaluate((m) => {
        for (const it of m.querySelectorAll('.js, p.count')) it.remove();
        return m.textContent;
      });
      assert.equal(plain, withScripts);
      await page.goto(`${urlOf(file)}#c1`);
      await page.waitForTimeout(100);
      assert.ok(await page.locator('#c1').isVisible(), 'a folded article stays folded');
      assert.deepEqual(wrongs, []);
    });
  });

  test(`${file}: prints whole, on white, with its addresses`, async () => {
    await open(file, {colorScheme: 'dark'}, async (page) => {
      await page.emulateMedia({media: 'print', colorScheme: 'dark'});
      const look = await page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const style = getComputedStyle(document.body);
        const link = document.querySelector('.links .out');
        const out = {
          paper: style.backgroundColor,
          ink: style.color,
          folded: document.querySelectorAll('details:not([open])').length,
          address: link ? getComputedStyle(link, '::after').content : '',
          controls: [...document.querySelectorAll('button, .controls, nav')].filter(
              (it) => it.getBoundingClientRect().height > 0).length,
        };
        dispatchEvent(new Event('afterprint'));
        return out;
      });
      assert.deepEqual(
          [look.paper, look.ink, look.folded, look.controls],
          ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 0, 0]);
      assert.match(look.address, /http/);
      const pdf = await page.pdf({format: 'A4', preferCSSPageSize: true});
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      assert.ok(sheets.length >= 3, `${sheets.length} sheets`);
    });
  });
}

test('the folder: the index hands its search to the page with all findings', async () => {
  await open('folder.en/index.html', {}, async (page, wrongs) => {
    await page.fill('#qa', 'wadi safa');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html#q=/);
    assert.equal(await page.inputValue('#q'), 'wadi safa');
    const rows = await shownRows(page);
    assert.ok(rows.length > 0 && rows.every((row) => /wadi safa/i.test(row)));
    await page.locator('#list > li:visible > a').first().click();
    await page.waitForURL(/facts-\d+\.html#f-/);
    await assertInView(page, new URL(page.url()).hash);
    await page.goBack();
    assert.match(page.url(), /search\.html#q=/);
    assert.equal(await page.inputValue('#q'), 'wadi safa');
    assert.deepEqual(wrongs, []);
  });
});

test('the Arabic page runs from the right and keeps quotes their own way', async () => {
  await open('sample.ar.html', {}, async (page) => {
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
    const quotes = await page.locator('blockquote').evaluateAll((all) => all.map(
        (it) => [it.lang, getComputedStyle(it).direction].join(' ')));
    assert.ok(quotes.includes('en ltr') && quotes.includes('ar rtl'), quotes.join());
    // Our own words hold no English but names, quotes, codes and rule ids.
    const words = await page.evaluate(() => {
      for (const it of document.querySelectorAll(
               'bdi, caption, [lang=en], code, .rule, .place, .brand, q, blockquote, .art .text, .who, svg, style, script, time, .id')) {
        it.remove();
      }
      return [...new Set(document.body.textContent.match(/[A-Za-z][A-Za-z-]+/g))];
    });
    assert.deepEqual(words.filter((word) => !['crosscheck', 'rules', 'list'].includes(word)), []);
  });
});

test('every page has a title of its own in a folder', async () => {
  const titles = [
    'index', 'facts-1', 'facts-2', 'articles-1', 'articles', 'search', 'method',
  ]
      .map((name) => readFileSync(join(kReports, `folder.en/${name}.html`), 'utf8')
          .match(/<title>(.*?)<\/title>/)[1]);
  assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
});

async function assertInView(page, selector) {
  await page.waitForTimeout(50);
  const box = await page.locator(`[id="${selector.slice(1)}"]`).evaluate((it) => {
    const {top, bottom, height} = it.getBoundingClientRect();
    return {top, bottom, height, window: innerHeight};
  });
  assert.ok(
      box.height > 0 && box.top < box.window && box.bottom > 0,
      `${selector} is not in view: ${JSON.stringify(box)}`);
}
