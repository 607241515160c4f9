// What the staff's pages can do with a script; without one everything has its link and its button.
(function () {
  'use strict';

  // ---- who else has the case open: the page says every minute that it is still looked at, and shows the answer ----
  document.querySelectorAll('[data-readers]').forEach(function (place) {
    setInterval(function () {
      if (document.visibilityState !== 'visible') {
        return;
      }
      fetch(place.dataset.readers, { method: 'POST', credentials: 'same-origin', redirect: 'error' }).then(function (answer) {
        return answer.ok ? answer.text() : null;
      }).then(function (html) {
        // said again only when it changed, or a screen reader would repeat it every minute
        if (html !== null && html.trim() !== place.dataset.said) {
          place.dataset.said = html.trim();
          place.innerHTML = html;
        }
      }).catch(function () {
        // signed out or no network: the next page will tell
      });
    }, 60000);
    place.dataset.said = place.innerHTML.trim();
  });

  // ---- what is typed in a form with tabs and not sent: leaving the page asks first ----
  document.querySelectorAll('input[data-typed]').forEach(function (mark) {
    var unsent = mark.form.querySelector('[name^="kept."][name$=".typed"]') !== null;
    mark.form.addEventListener('input', function () {
      mark.disabled = false;
      unsent = true;
    });
    mark.form.addEventListener('submit', function () { unsent = false; });
    window.addEventListener('beforeunload', function (event) {
      if (unsent) {
        event.preventDefault();
        event.returnValue = '';
      }
    });
  });

  // ---- ticks or clears all boxes of a name in the same form ----
  document.querySelectorAll('[data-tick-all]').forEach(function (choice) {
    var all = choice.querySelector('input');
    choice.hidden = false;
    all.addEventListener('change', function () {
      all.form.querySelectorAll('input[name="' + choice.dataset.tickAll + '"]').forEach(function (box) {
        box.checked = all.checked;
      });
    });
  });

  // ---- keys: j and k through a list, or from one case to the next; Enter, c, x, u, and ? for this list ----
  var OFF = 'minsheng-keys-off';
  var rows = Array.from(document.querySelectorAll('[data-rows] [data-row]'));
  var at = -1;
  var keys = document.querySelector('[data-keys]');
  var help = keys && keys.querySelector('dialog');

  function isOn() {
    try {
      return localStorage.getItem(OFF) === null;
    } catch (notAllowed) {
      return true;
    }
  }

  function select(to) {
    if (at >= 0) {
      rows[at].classList.remove('selected');
    }
    at = to;
    rows[at].classList.add('selected');
  }

  function go(to) {
    if (to < 0 || to >= rows.length) {
      return;
    }
    select(to);
    // focus on the link: Enter opens it, and a screen reader says its title
    rows[at].querySelector('[data-open]').focus();
    rows[at].scrollIntoView({ block: 'nearest' });
  }

  rows.forEach(function (row, index) {
    row.addEventListener('focusin', function () {
      select(index);
    });
  });

  if (keys) {
    keys.hidden = false;
    keys.querySelector('[data-keys-open]').addEventListener('click', function () { help.showModal(); });
    var on = keys.querySelector('[data-keys-on]');
    on.checked = isOn();
    on.addEventListener('change', function () {
      try {
        if (on.checked) {
          localStorage.removeItem(OFF);
        } else {
          localStorage.setItem(OFF, '1');
        }
      } catch (notAllowed) {
        on.checked = true;
      }
    });
  }

  // what a key does on this page; null when nothing
  function act(key) {
    if (key === '?' && help) {
      return function () { help.showModal(); };
    }
    if (rows.length && (key === 'j' || key === 'k')) {
      return function () { go(key === 'j' ? at + 1 : at - 1); };
    }
    if (at >= 0 && (key === 'c' || key === 'x')) {
      var target = rows[at].querySelector(key === 'c' ? '[data-claim]' : 'input[type="checkbox"]');
      return target && function () { target.click(); };
    }
    var link = /^[jku]$/.test(key) && document.querySelector('[data-key="' + key + '"]');
    return link ? function () { link.click(); } : null;
  }

  document.addEventListener('keydown', function (event) {
    var typing = /^(input|select|textarea)$/i.test(event.target.tagName) && event.target.type !== 'checkbox'
      || event.target.isContentEditable;
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !isOn() || (help && help.open)) {
      return;
    }
    var does = act(event.key);
    if (does) {
      does();
      event.preventDefault();
    }
  });
})();
