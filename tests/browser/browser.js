// Debian's Chromium, driven by playwright-core, for the tests and screenshots.
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

// A browser that talks to nobody. CROSSCHECK_CHROMIUM names another binary.
export function launch() {
  return chromium.launch({
    executablePath: process.env.CROSSCHECK_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
    ],
    env: {...process.env, HOME: mkdtempSync(join(tmpdir(), 'crosscheck-home-'))},
  });
}
