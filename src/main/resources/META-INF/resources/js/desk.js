// Entry at a desk, on top of a page that works without any script: scans dropped anywhere on it, Ctrl+Enter for the next letter.
(function () {
  'use strict';

  var zone = document.querySelector('[data-drop]');
  var input = zone && document.getElementById(zone.dataset.drop);

  function show(list) {
    list.textContent = '';
    Array.from(input.files).forEach(function (file) {
      var line = document.createElement('li');
      line.textContent = '✓ ' + file.name + '（' + Math.max(1, Math.round(file.size / 1024)) + ' KB）';
      list.appendChild(line);
    });
  }

  if (input && window.DataTransfer) {
    var list = zone.querySelector('[data-drop-list]');
    zone.querySelector('[data-drop-hint]').hidden = false;
    input.addEventListener('change', function () { show(list); });
    document.addEventListener('dragover', function (event) {
      if (Array.from(event.dataTransfer.types).indexOf('Files') >= 0) {
        event.preventDefault();
        zone.classList.add('dropping');
      }
    });
    document.addEventListener('dragleave', function (event) {
      if (!event.relatedTarget) {
        zone.classList.remove('dropping');
      }
    });
    document.addEventListener('drop', function (event) {
      zone.classList.remove('dropping');
      if (!event.dataTransfer.files.length) {
        return;
      }
      event.preventDefault();
      // what was chosen before stays
      var all = new DataTransfer();
      Array.from(input.files).concat(Array.from(event.dataTransfer.files)).forEach(function (file) { all.items.add(file); });
      input.files = all.files;
      show(list);
    });
  }

  document.addEventListener('keydown', function (event) {
    var next = document.querySelector('[data-ctrl-enter]');
    if (next && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      next.form.requestSubmit(next);
    }
  });
})();
