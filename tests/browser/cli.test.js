// The command itself: a saved run rendered later is the same page, and the page
// of the bundled example is as sound as the samples.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const kBinary = process.env.CROSSCHECK_BINARY;
const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const skip = kBinary ? false : 'CROSSCHECK_BINARY names no binary';

function crosscheck(...args) {
  const done = spawnSync(kBinary, args, {cwd: kRoot, encoding: 'utf8'});
  assert.ok(done.status <= 1, `${args.join(' ')}: ${done.stderr}`);
}

for (const lang of ['en', 'ar']) {
  test(`report of a saved run is the page of check, in ${lang}`, {skip}, () => {
    const folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
    const at = (name) => join(folder, name);
    const page = ['--format', 'html', '--report-lang', lang];
    crosscheck('check', 'examples', ...page, '-o', at('a.html'));
    crosscheck('check', 'examples', '--format', 'json', '--texts', '-o', at('run.json'));
    crosscheck('report', at('run.json'), ...page, '-o', at('b.html'));
    const html = readFileSync(at('a.html'));
    assert.ok(html.equals(readFileSync(at('b.html'))));
    assert.ok(html.length > 50_000);
  });
}

test('a folder of pages is the same for a saved run', {skip}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
  const at = (name) => join(folder, name);
  crosscheck(
      'check', 'examples', '--html-dir', at('a'), '--format', 'json', '--texts',
      '-o', at('run.json'));
  crosscheck('report', at('run.json'), '--html-dir', at('b'), '--format', 'json', '-o', at('c'));
  const names = readdirSync(at('a')).sort();
  assert.ok(names.includes('index.html'));
  assert.deepEqual(readdirSync(at('b')).sort(), names);
  for (const name of names) {
    assert.ok(readFileSync(at(`a/${name}`)).equals(readFileSync(at(`b/${name}`))), name);
  }
});

// 2,500 invented towns, three outlets each; one of them disagrees about all.
function writeStories(path) {
  const syllables = ['ka', 'ro', 'mi', 'ta', 'len', 'dor', 'vi', 'sha', 'bel', 'nu'];
  const lines = [];
  for (let town = 0; town < 2500; ++town) {
    const name = 'Z' + [1000, 100, 10, 1].map(
        (place) => syllables[Math.floor(town / place) % 10]).join('');
    for (let outlet = 0; outlet < 3; ++outlet) {
      const off = outlet === 2 ? 17 : 0;
      const text = `News from ${name}\n\n` +
          `The unemployment rate in ${name} is ${21 + town % 40 + off} percent.\n` +
          `The inflation rate in ${name} was ${31 + town % 30 + off} percent.\n` +
          `The training cost of the ${name} model was $${150 + town % 90 + off} million.\n` +
          `The budget deficit of ${name} reached $${320 + town % 70 + 2 * off} million.\n` +
          `The exports of ${name} amounted to $${510 + town % 50 + 2 * off} million.\n`;
      lines.push(JSON.stringify({
        id: `${name}-${outlet}`,
        outlet: `Outlet ${outlet}`,
        published: '2025-03-02',
        url: `https://news.example/${name}/${outlet}`,
        lang: 'en',
        text,
      }));
    }
  }
  writeFileSync(path, lines.join('\n'));
}

test('10,000 findings are rendered faster than found', {skip}, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
  const at = (name) => join(folder, name);
  writeStories(at('stories.jsonl'));
  const timed = (...args) => {
    const start = process.hrtime.bigint();
    crosscheck('check', at('stories.jsonl'), '--quiet', ...args);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  const found = timed('--format', 'json', '--texts', '-o', at('run.json'));
  const both = timed(
      '--format', 'json', '--texts', '-o', at('run.json'), '--html-dir', at('pages'));
  const {findings} = JSON.parse(readFileSync(at('run.json'), 'utf8'));
  assert.ok(findings.length >= 10_000, `${findings.length} findings`);
  t.diagnostic(`${findings.length} findings: found in ${Math.round(found)} ms, ` +
               `rendered in ${Math.round(both - found)} ms`);
  assert.ok(both - found < found);
  // As one page it would be too large: a folder beside it, and a page that says
  // so.
  crosscheck(
      'check', at('stories.jsonl'), '--quiet', '--report-lang', 'ar', '--format',
      'html', '-o', at('one.html'));
  const signpost = readFileSync(at('one.html'), 'utf8');
  assert.ok(signpost.includes('lang="ar"') && signpost.includes('one.html.pages/index.html'));
  assert.ok(readdirSync(at('one.html.pages')).includes('search.html'));
  rmSync(folder, {recursive: true});
});
