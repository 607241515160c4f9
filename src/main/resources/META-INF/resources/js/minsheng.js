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

  var WEEK = 7 * 24 * 3600 * 1000;

  // What was typed, kept by the browser: the words for a week (localStorage), who somebody is only as long as the tab
  // is open (sessionStorage, for fields with data-no-draft). Nothing where the browser does not allow it.
  function keeper(store, key) {
    return {
      read: function () {
        try {
          var kept = JSON.parse(store().getItem(key) || '{}');
          return kept.at > Date.now() - WEEK ? kept.fields : {};
        } catch (unreadable) {
          return {};
        }
      },
      write: function (fields) {
        try {
          store().setItem(key, JSON.stringify({ at: Date.now(), fields: fields }));
        } catch (full) {
          // no room or not allowed: the form works without a draft
        }
      },
      forget: function () {
        try {
          store().removeItem(key);
        } catch (notAllowed) {
          // nothing was kept either
        }
      }
    };
  }

  function keepers(name) {
    var key = 'minsheng-draft-' + name;
    return {
      words: keeper(function () { return localStorage; }, key),
      person: keeper(function () { return sessionStorage; }, key)
    };
  }

  // A draft is kept under the form's data-draft name, and removed by the page that has data-draft-done (the receipt).
  // Consent, hidden and password fields are never kept.
  function draft(form) {
    var keep = keepers(form.dataset.draft);
    var fields = function () {
      return Array.from(form.elements).filter(function (field) {
        return field.name && !field.closest('.decoy')
          && ['hidden', 'password', 'file', 'submit', 'button', 'checkbox'].indexOf(field.type) < 0;
      });
    };
    var keeperOf = function (field) {
      return field.hasAttribute('data-no-draft') ? keep.person : keep.words;
    };
    var restored = false;
    fields().forEach(function (field) {
      var kept = keeperOf(field).read()[field.name];
      if (field.type === 'radio') {
        if (!form.querySelector('[name="' + field.name + '"]:checked') && kept === field.value) {
          field.checked = true;
          restored = true;
        }
      } else if (!field.value && kept) {
        field.value = kept;
        restored = true;
      }
    });
    var note = document.getElementById('draft-note');
    if (restored && note) {
      note.hidden = false;
      var forget = note.querySelector('button');
      if (forget) {
        forget.addEventListener('click', function () {
          keep.words.forget();
          keep.person.forget();
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
      [keep.words, keep.person].forEach(function (keeper) {
        var all = keeper.read();
        fields().forEach(function (field) {
          if (keeperOf(field) === keeper && (field.type !== 'radio' || field.checked)) {
            all[field.name] = field.value;
          }
        });
        keeper.write(all);
      });
    });
    // a page that the browser kept whole must not show the next person what the last one sent
    window.addEventListener('pageshow', function (event) {
      if (event.persisted && sent(form.dataset.draft).read().yes) {
        location.replace(form.getAttribute('action'));
      }
    });
    if (form.dataset.begins) {
      sent(form.dataset.draft).forget();
    }
  }

  function sent(name) {
    return keeper(function () { return sessionStorage; }, 'minsheng-sent-' + name);
  }

  function forgetDrafts(marker) {
    var keep = keepers(marker.dataset.draftDone);
    keep.words.forget();
    keep.person.forget();
    sent(marker.dataset.draftDone).write({ yes: true });
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

  // Says before a long upload what the server would say after it.
  function fileLimits(input) {
    input.addEventListener('change', function () {
      var files = Array.from(input.files);
      var large = files.find(function (file) { return file.size > input.dataset.maxMb * 1048576; });
      var together = files.reduce(function (sum, file) { return sum + file.size; }, 0);
      var most = input.dataset.maxMbTogether;
      input.setCustomValidity(large ? '“' + large.name + '”超过 ' + input.dataset.maxMb + ' MB，请压缩后再上传。'
        : most && together > most * 1048576 ? '选好的文件合计超过 ' + most + ' MB，请分几次上传。' : '');
      input.reportValidity();
    });
  }

  // The QR code of a receipt carries the query code behind #, where no server sees it: fill it in and ask at once.
  function codeFromHash(form) {
    // a code has no letter that an address would write in another way
    var code = location.hash.slice(1);
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
    root.querySelectorAll('input[data-max-mb]').forEach(fileLimits);
    root.querySelectorAll('[data-draft-done]').forEach(forgetDrafts);
    root.querySelectorAll('button[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
  }

  prepare(document);
  // htmx tells of the whole page, too, when it begins; a form prepared twice would take its first submission for a second one
  document.addEventListener('htmx:load', function (event) {
    if (event.detail.elt !== document.body) {
      prepare(event.detail.elt);
    }
  });
  var summary = document.querySelector('.error-summary');
  if (summary) {
    summary.focus();
  }
})();
