// Small comforts on top of pages that work without any script: counters, the draft of a form, focus on the error summary.
(function () {
  'use strict';

  // Lengths count characters (code points), as the server counts them: 𠮷 is one.
  function characters(text) {
    return Array.from(text.trim().normalize('NFC')).length;
  }

  function counter(field) {
    var limit = Number(field.dataset.limit);
    var line = document.getElementById(field.id + '-counter');
    if (!limit || !line) {
      return;
    }
    var show = function () {
      var used = characters(field.value);
      var over = used > limit;
      line.textContent = over ? '已超出 ' + (used - limit) + ' 字（最多 ' + limit + ' 字）' : '已写 ' + used + ' 字，最多 ' + limit + ' 字';
      line.classList.toggle('counter-over', over);
    };
    field.addEventListener('input', show);
    show();
  }

  // A draft stays in this browser only, under the form's data-draft name, and is removed by the page that has
  // data-draft-done (the receipt). Consent, hidden and password fields are never kept.
  function draft(form) {
    var key = 'minsheng-draft-' + form.dataset.draft;
    var fields = function () {
      return Array.from(form.elements).filter(function (field) {
        return field.name && !field.closest('.decoy') && !field.hasAttribute('data-no-draft')
          && ['hidden', 'password', 'file', 'submit', 'button', 'checkbox'].indexOf(field.type) < 0;
      });
    };
    var read = function () {
      try {
        return JSON.parse(localStorage.getItem(key) || '{}');
      } catch (unreadable) {
        return {};
      }
    };
    var kept = read();
    var restored = false;
    fields().forEach(function (field) {
      if (!(field.name in kept)) {
        return;
      }
      if (field.type === 'radio') {
        if (!form.querySelector('[name="' + field.name + '"]:checked') && kept[field.name] === field.value) {
          field.checked = true;
          restored = true;
        }
      } else if (!field.value && kept[field.name]) {
        field.value = kept[field.name];
        restored = true;
      }
    });
    var note = document.getElementById('draft-note');
    if (restored && note) {
      note.hidden = false;
      var forget = note.querySelector('button');
      if (forget) {
        forget.addEventListener('click', function () {
          localStorage.removeItem(key);
          form.reset();
          fields().forEach(function (field) {
            if (field.type === 'radio') {
              field.checked = field.defaultChecked;
            } else {
              field.value = field.defaultValue;
            }
            field.dispatchEvent(new Event('input', { bubbles: true }));
          });
          note.hidden = true;
        });
      }
    }
    form.addEventListener('input', function () {
      var all = read();
      fields().forEach(function (field) {
        if (field.type !== 'radio') {
          all[field.name] = field.value;
        } else if (field.checked) {
          all[field.name] = field.value;
        }
      });
      try {
        localStorage.setItem(key, JSON.stringify(all));
      } catch (full) {
        // no room or not allowed: the form works without a draft
      }
    });
  }

  function forgetDrafts(marker) {
    try {
      localStorage.removeItem('minsheng-draft-' + marker.dataset.draftDone);
    } catch (notAllowed) {
      // nothing was kept either
    }
  }

  // A second press while the first is under way sends nothing; the server would answer with the same case anyhow.
  function onceOnly(form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      setTimeout(function () { delete form.dataset.sent; }, 8000);
    });
  }

  // The QR code of a receipt carries the query code behind #, where no server sees it: fill it in and ask at once.
  function codeFromHash(form) {
    var code = decodeURIComponent(location.hash.slice(1));
    var number = form.querySelector('[name="number"]');
    if (!/^[2-9A-Z]{8}$/i.test(code) || !number || !number.value) {
      return;
    }
    form.querySelector('[name="code"]').value = code;
    history.replaceState(null, '', location.pathname);
    form.submit();
  }

  function prepare(root) {
    root.querySelectorAll('form[data-code-from-hash]').forEach(codeFromHash);
    root.querySelectorAll('[data-limit]').forEach(counter);
    root.querySelectorAll('form[data-draft]').forEach(draft);
    root.querySelectorAll('form[data-once]').forEach(onceOnly);
    root.querySelectorAll('[data-draft-done]').forEach(forgetDrafts);
    root.querySelectorAll('button[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
  }

  prepare(document);
  document.addEventListener('htmx:load', function (event) { prepare(event.detail.elt); });
  var summary = document.querySelector('.error-summary');
  if (summary) {
    summary.focus();
  }
})();
