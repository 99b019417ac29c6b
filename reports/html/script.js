// Searches, filters, sorts, unfolds and copies what is on the page. The page
// reads without it. It only reads the text of elements, sets attributes and adds
// buttons; nothing is ever parsed as markup.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('scripted');

  // One form for letters that readers take for the same: case, accents, Arabic
  // vowel marks, hamza seats, alef maqsura, Arabic and Persian digits.
  const fold = (text) =>
    text
      .normalize('NFKD')
      .replace(/[\p{M}\u0640\u2066-\u2069]/gu, '')
      .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
      .replace(/\u0649/g, '\u064a')
      .replace(/\u0629/g, '\u0647')
      .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660))
      .replace(/[\u06f0-\u06f9]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
      .toLowerCase()
      .replace(/\s+/g, ' ');

  const form = document.querySelector('form.controls');
  if (form) {
    const list = document.getElementById(form.dataset.list);
    const search = form.querySelector('#q');
    const verdict = form.querySelector('#fv');
    const state = form.querySelector('#fs');
    const order = form.querySelector('#so');
    const count = form.querySelector('.count');
    const cardOf = (row) => {
      const href = row.querySelector('a').getAttribute('href');
      return href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
    };
    // Looked up at the first use: most readers only read.
    let rows = null;
    const rowsOf = () => rows ??= Array.from(list.children, (row, place) => ({
      row,
      place,
      card: cardOf(row),
      data: row.dataset,
      text: '',
      name: '',
    }));
    // The text of a row, and of its finding where that is on this page; worked
    // out at the first search.
    const textOf = (item) => {
      if (!item.text) {
        item.text = fold(
          item.row.textContent + ' ' + (item.card ? item.card.textContent : ''));
      }
      return item.text;
    };
    const orders = {
      worst: (a, b) => a.place - b.place,
      gap: (a, b) => b.data.g - a.data.g || a.place - b.place,
      articles: (a, b) => b.data.n - a.data.n || a.place - b.place,
      latest: (a, b) =>
        (a.data.d < b.data.d) - (a.data.d > b.data.d) || a.place - b.place,
      name: (a, b) => a.name.localeCompare(b.name, root.lang) || a.place - b.place,
    };
    const number = new Intl.NumberFormat('en');
    let ordered = 'worst';

    const tell = (shown) => {
      count.textContent = count.dataset.of
        .replace('{n}', number.format(shown))
        .replace('{all}', number.format(list.childElementCount));
    };
    const apply = () => {
      const words = fold(search.value).split(' ').filter(Boolean);
      let shown = 0;
      for (const item of rowsOf()) {
        const fits =
          (!verdict.value || item.data.v === verdict.value) &&
          (!state?.value || item.data.s === state.value) &&
          (words.length === 0 || words.every((w) => textOf(item).includes(w)));
        item.row.hidden = !fits;
        if (item.card) item.card.hidden = !fits;
        shown += fits;
      }
      tell(shown);
    };
    const sort = () => {
      if (order.value === ordered) return;
      ordered = order.value;
      if (ordered === 'name') {
        for (const item of rowsOf()) {
          item.name = item.row.querySelector('a').textContent;
        }
      }
      const by = rowsOf().slice().sort(orders[ordered]);
      list.append(...by.map((item) => item.row));
    };
    const reset = () => {
      form.reset();
      sort();
      apply();
    };

    let waiting = 0;
    search.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    for (const field of [verdict, state]) {
      field?.addEventListener('change', apply);
    }
    order.addEventListener('change', sort);
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      search.value = verdict.value = '';
      if (state) state.value = '';
      order.value = 'worst';
      sort();
      apply();
      search.focus();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      apply();
    });

    // #q=… starts a search. A link to a finding that the filter hides lifts the
    // filter, so that links and Back always lead somewhere.
    const follow = () => {
      const hash = location.hash;
      if (hash.startsWith('#q=')) {
        try {
          search.value = decodeURIComponent(hash.slice(3));
        } catch {
          search.value = '';
        }
        apply();
        return;
      }
      const target = hash.length > 1 && document.getElementById(hash.slice(1));
      const card = target && target.closest('.card');
      if (card && card.hidden) {
        reset();
        card.scrollIntoView();
      }
    };
    addEventListener('hashchange', follow);
    // A browser may bring back what stood in the fields.
    if (search.value || verdict.value || state?.value) apply();
    else tell(list.childElementCount);
    follow();
  }

  // The index of a folder hands its search to the page with all findings.
  const find = document.querySelector('form.find');
  if (find) {
    find.addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = find.dataset.all + '#q=' +
        encodeURIComponent(find.querySelector('input').value);
    });
  }

  // A link into a folded part unfolds it, in browsers that do not by themselves.
  const unfold = () => {
    const target =
      location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    let folded = target.closest('details:not([open])');
    if (!folded) return;
    while (folded) {
      folded.open = true;
      folded = folded.parentElement.closest('details:not([open])');
    }
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  unfold();

  // On paper all is unfolded; afterwards as it was.
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    for (const part of opened) part.open = true;
  });
  addEventListener('afterprint', () => {
    for (const part of opened) part.open = false;
    opened = [];
  });

  // What can be copied gets its button when it is unfolded, and copies the text
  // beside it.
  document.addEventListener('toggle', (event) => {
    const place = event.target.querySelector('.copyable');
    if (!place || place.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = document.body.dataset.copy;
    place.append(button);
  }, true);
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button.copy');
    if (!button) return;
    const text = button.parentElement.querySelector('.text');
    try {
      await navigator.clipboard.writeText(text.innerText);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(text);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      document.execCommand('copy');
    }
    button.textContent = document.body.dataset.copied;
    setTimeout(() => {
      button.textContent = document.body.dataset.copy;
    }, 1500);
  });
})();
