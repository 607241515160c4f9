// Entry at a desk, on top of a page that works without any script: scans dropped anywhere on it, Ctrl+Enter for the next letter,
// and the keyboard where typing begins.
(function () {
  'use strict';

  var zone = document.querySelector('[data-drop]');
  var input = zone && document.getElementById(zone.dataset.drop);

  function allowed(file) {
    return input.accept.split(',').some(function (each) { return file.name.toLowerCase().endsWith(each.trim()); });
  }

  function show(list, refused) {
    list.textContent = '';
    refused.forEach(function (file) {
      var line = document.createElement('li');
      line.textContent = '✗ ' + file.name + '：不能上传这种文件，没有加入';
      list.appendChild(line);
    });
    Array.from(input.files).forEach(function (file) {
      var line = document.createElement('li');
      line.textContent = '✓ ' + file.name + '（' + Math.max(1, Math.round(file.size / 1024)) + ' KB）';
      list.appendChild(line);
    });
  }

  if (input && window.DataTransfer) {
    var list = zone.querySelector('[data-drop-list]');
    zone.querySelector('[data-drop-hint]').hidden = false;
    input.addEventListener('change', function () { show(list, []); });
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
      var dropped = Array.from(event.dataTransfer.files);
      Array.from(input.files).concat(dropped.filter(allowed)).forEach(function (file) { all.items.add(file); });
      input.files = all.files;
      show(list, dropped.filter(function (file) { return !allowed(file); }));
    });
  }

  document.addEventListener('keydown', function (event) {
    var next = document.querySelector('[data-ctrl-enter]');
    if (next && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      next.form.requestSubmit(next);
    }
  });

  var form = document.querySelector('[data-begin]');
  if (form && !document.querySelector('.error-summary')) {
    var name = form.dataset.begin;
    var field = form.querySelector('[name="' + name + '"]:checked') || document.getElementById(name);
    if (field) {
      // what was just registered stays in sight
      field.focus({ preventScroll: true });
    }
  }
})();
