// A browser for all tests, and pages that are watched while they are open.
import {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import {launch} from './browser.js';
import {kReports, urlOf} from './pages.js';

let running;
// The one browser of all tests.
const browser = () => running ??= launch();
after(async () => (await running)?.close());

// One context for each set of options: a new one costs a second.
const contexts = new Map();
async function contextFor(options) {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) {
    contexts.set(key, (await browser()).newContext(options));
  }
  return contexts.get(key);
}

// Opens a file on a page of its own and gives `use` the page and what it did
// that it must not: errors, dialogs, requests for anything but pages of the
// folder.
export async function open(file, options, use) {
  const page = await (await contextFor(options)).newPage();
  try {
    const wrongs = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        wrongs.push(`console: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      wrongs.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('request', (request) => {
      const own = request.url().startsWith(pathToFileURL(kReports).href) &&
          request.isNavigationRequest();
      if (!own) wrongs.push(`request: ${request.url()}`);
    });
    await page.goto(urlOf(file));
    return await use(page, wrongs);
  } finally {
    await page.close();
  }
}
