// Every kind of page: quiet, alone, accessible, and as wide as its window.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {kPages, unfold} from './pages.js';
import {open} from './watch.js';

const kAxe =
    readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

// What axe finds, a line each: WCAG 2.2 A and AA and its best practices. To
// weigh colours takes it longer than all else; `colours` says whether to, or to
// do nothing else.
async function violations(page, colours) {
  await page.evaluate(kAxe);
  return page.evaluate(async (colours) => {
    const found = await axe.run(document, {
      runOnly: colours === 'only' ? ['color-contrast'] : [
        'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice',
      ],
      rules: {'color-contrast': {enabled: colours !== 'without'}},
      resultTypes: ['violations'],
    });
    return found.violations.flatMap((rule) => rule.nodes.slice(0, 3).map(
        (node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
  }, colours);
}

for (const file of kPages) {
  // Both languages wear the same colours.
  const isEnglish = file.includes('.en');
  test(`${file}: no error, no request, no barrier`, async () => {
    await open(file, {}, async (page, wrongs) => {
      await unfold(page);
      const colours = isEnglish ? 'with' : 'without';
      assert.deepEqual(await violations(page, colours), []);
      assert.deepEqual(wrongs, []);
    });
  });

  // Between them these wear every colour there is.
  if (/(sample|gate|search|articles-2)(\.en)?\.html$/.test(file) && isEnglish) {
    test(`${file}: colours that can be read in the dark`, async () => {
      await open(file, {colorScheme: 'dark'}, async (page, wrongs) => {
        await unfold(page);
        const paper = await page.evaluate(
            () => getComputedStyle(document.body).backgroundColor);
        assert.notEqual(paper, 'rgb(255, 253, 249)');
        assert.deepEqual(await violations(page, 'only'), []);
        assert.deepEqual(wrongs, []);
      });
    });
  }

  test(`${file}: fits 320, 768 and 1440 pixels, with targets to hit`, async () => {
    await open(file, {}, async (page) => {
      for (const width of [1440, 768, 320]) {
        await page.setViewportSize({width, height: 900});
        await unfold(page);
        const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels too wide at ${width}`);
      }
      // A target is 24 pixels high, or a link in a line of text.
      const small = await page.evaluate(
          () => [...document.querySelectorAll('button, input, select, summary, nav a')]
              .map((it) => [it, it.getBoundingClientRect()])
              .filter(([it, box]) => box.width > 0 && box.height < 23.9)
              .map(([it, box]) => `${it.tagName} ${it.textContent.slice(0, 30)}: ${box.height}`));
      assert.deepEqual(small, []);
    });
  });
}
