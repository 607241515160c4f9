// The work list by keyboard: j and k go down and up, Enter opens, c claims, x ticks. Without script every row has its link and buttons.
(function () {
  'use strict';

  var rows = Array.from(document.querySelectorAll('[data-worklist] [data-row]'));
  if (!rows.length) {
    return;
  }
  var at = -1;
  var hint = document.querySelector('[data-keys]');
  if (hint) {
    hint.hidden = false;
  }

  function go(to) {
    if (to < 0 || to >= rows.length) {
      return;
    }
    if (at >= 0) {
      rows[at].classList.remove('selected');
    }
    at = to;
    rows[at].classList.add('selected');
    // focus on the link: Enter opens it, and a screen reader says its title
    rows[at].querySelector('[data-open]').focus();
    rows[at].scrollIntoView({ block: 'nearest' });
  }

  rows.forEach(function (row, index) {
    row.addEventListener('focusin', function () {
      if (at !== index) {
        if (at >= 0) {
          rows[at].classList.remove('selected');
        }
        at = index;
        row.classList.add('selected');
      }
    });
  });

  document.addEventListener('keydown', function (event) {
    var typing = /^(input|select|textarea)$/i.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (typing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'j') {
      go(at + 1);
    } else if (event.key === 'k') {
      go(at - 1);
    } else if (event.key === 'c' && at >= 0) {
      var claim = rows[at].querySelector('[data-claim]');
      if (claim) {
        claim.click();
      }
    } else if (event.key === 'x' && at >= 0) {
      var tick = rows[at].querySelector('input[type="checkbox"]');
      if (tick) {
        tick.checked = !tick.checked;
      }
    } else {
      return;
    }
    event.preventDefault();
  });
})();
