// The command itself: a saved run rendered later is the same page, and the page
// of the bundled example is as sound as the samples.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {writeStories} from './stories.js';

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

test('10,000 findings are rendered faster than found', {skip}, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-cli-'));
  const at = (name) => join(folder, name);
  writeStories(at('stories.jsonl'), 3000);
  // Processor time: a disk that others write to is no fault of ours.
  const timed = (...args) => {
    const done = spawnSync('bash', [
      '-c', '"$@" >&2; status=$?; times; exit $status', 'bash', kBinary, 'check',
      at('stories.jsonl'), '--quiet', ...args,
    ], {cwd: kRoot, encoding: 'utf8'});
    assert.ok(done.status <= 1, done.stderr);
    const ofChildren = done.stdout.trim().split('\n').at(-1);
    return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
        (sum, [, minutes, seconds]) => sum + 6e4 * minutes + 1e3 * seconds, 0);
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
