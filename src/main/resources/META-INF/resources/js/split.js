// Splitting by marking: what is selected in the original goes into the part whose button is pressed. Without a script people copy.
(function () {
  'use strict';

  var MOST_TITLE = 60;
  var original = document.querySelector('[data-split-from]');
  var marked = '';

  // remembered, because pressing a button may end the selection, on a phone always
  document.addEventListener('selectionchange', function () {
    var selection = document.getSelection();
    if (selection.rangeCount && original.contains(selection.getRangeAt(0).commonAncestorContainer) && String(selection).trim()) {
      marked = String(selection).trim();
    }
  });

  function plain(text) {
    return text.replace(/\s/g, '');
  }

  // the first sentence, where no title stands yet
  function titleOf(text) {
    return Array.from(text.split(/[\n。！？；!?;]/)[0].replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*/, '').trim())
      .slice(0, MOST_TITLE).join('');
  }

  document.querySelectorAll('[data-take]').forEach(function (button) {
    var part = document.getElementById(button.dataset.take + '.content');
    var title = document.getElementById(button.dataset.take + '.title');
    var said = button.parentElement.querySelector('[role="status"]');
    button.parentElement.hidden = false;
    button.addEventListener('click', function () {
      if (!marked) {
        said.textContent = '请先在原文中选中一段文字。';
        return;
      }
      // the first part begins with the whole: marking in it narrows it, anything else is added
      part.value = !part.value.trim() || plain(part.value).includes(plain(marked)) ? marked : part.value + '\n' + marked;
      if (!title.value.trim()) {
        title.value = titleOf(marked);
      }
      [part, title].forEach(function (field) { field.dispatchEvent(new Event('input', { bubbles: true })); });
      said.textContent = '已填入 ' + Array.from(marked).length + ' 字。';
      marked = '';
      document.getSelection().removeAllRanges();
    });
  });
})();
