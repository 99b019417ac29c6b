// Hostile texts in titles, outlets, addresses and articles: nothing of them
// runs, nothing is fetched, and the page keeps its shape.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {kInjections, unfold} from './pages.js';
import {open} from './watch.js';

const kOptions = {viewport: {width: 320, height: 900}};

// Headings, and how many of what there is: the same whatever the texts hold.
const shapeOf = (page) => page.evaluate(() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    sections: [...document.querySelectorAll('main > section')].map(
        (it) => it.className),
    scripts: count('script'),
    foreign: count('iframe, object, embed, base, link, img, math, template, textarea, meta[http-equiv=refresh]'),
    forms: count('form'),
    cards: count('.card'),
    quotes: count('blockquote'),
    articles: count('.art'),
    tables: count('table'),
    wide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  };
});

let plain;
for (const file of kInjections) {
  test(`${file}: runs nothing and keeps its shape`, async () => {
    await open(file, kOptions, async (page, wrongs) => {
      await unfold(page);
      // Whatever could start something: hovering, focus, a click.
      const owned = await page.evaluate(() => {
        for (const it of document.querySelectorAll('body *')) {
          for (const kind of ['mouseover', 'focus', 'animationstart', 'load', 'error']) {
            it.dispatchEvent(new Event(kind, {bubbles: true}));
          }
          if (it.tagName !== 'A') it.dispatchEvent(new MouseEvent('click'));
        }
        return typeof window.owned;
      });
      assert.equal(owned, 'undefined');
      const schemes = await page.locator('a').evaluateAll(
          (links) => [...new Set(links.map((link) => link.protocol))].filter(
              (scheme) => !['file:', 'http:', 'https:'].includes(scheme)));
      assert.deepEqual(schemes, []);
      const shape = await shapeOf(page);
      plain ??= shape;
      assert.deepEqual(shape, plain);
      assert.equal(shape.wide, 0);
      assert.equal(shape.foreign, 0);
      assert.deepEqual(wrongs, []);
    });
  });
}

test('hidden characters are shown by name', async () => {
  await open('hostile.en.html', {}, async (page) => {
    const chips = await page.locator('.ctl').allTextContents();
    assert.ok(chips.includes('U+202E'), chips.join());
    const text = await page.evaluate(() => document.body.textContent);
    assert.doesNotMatch(text, /[\u202a-\u202e\u2066\u2067]/);
  });
});
