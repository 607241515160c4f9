// Entry at a desk, on top of a page that works without any script: scans dropped anywhere on it and shown large beside the form,
// Ctrl+Enter for the next letter, and the keyboard where typing begins.
(function () {
  'use strict';

  var zone = document.querySelector('[data-drop]');
  var input = zone && document.getElementById(zone.dataset.drop);

  // Says at once what the server would say after the upload; empty for a file that may come.
  function fault(file) {
    if (!input.accept.split(',').some(function (each) { return file.name.toLowerCase().endsWith(each.trim()); })) {
      return '不能上传这种文件，没有加入';
    }
    return file.size > zone.dataset.dropMb * 1048576 ? '超过 ' + zone.dataset.dropMb + ' MB，没有加入' : '';
  }

  function line(list, text) {
    var item = document.createElement('li');
    item.textContent = text;
    list.appendChild(item);
    return item;
  }

  var sight = document.querySelector('[data-sight]');

  function inSight(part) {
    return sight.querySelector('[data-sight-' + part + ']');
  }

  function isPhoto(file) {
    return /\.(jpe?g|png)$/i.test(file.name);
  }

  function isShown(file) {
    return sight && (isPhoto(file) || /\.pdf$/i.test(file.name));
  }

  // A photo stays in the browser; a PDF goes to the server, which checks it and gives it back, and keeps nothing.
  function look(file) {
    var picture = inSight('picture');
    var pages = inSight('pages');
    sight.hidden = false;
    sight.parentNode.classList.add('desk');
    picture.hidden = !isPhoto(file);
    pages.hidden = isPhoto(file);
    inSight('name').textContent = file.name;
    if (isPhoto(file)) {
      var reader = new FileReader();
      reader.onload = function () {
        picture.alt = file.name;
        picture.src = reader.result;
      };
      reader.readAsDataURL(file);
    } else {
      var one = new DataTransfer();
      one.items.add(file);
      inSight('form').elements.scan.files = one.files;
      inSight('form').submit();
    }
  }

  function looker(file) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small';
    button.textContent = '在旁边看';
    button.addEventListener('click', function () { look(file); });
    return button;
  }

  // Takes the files that may come and says of every other why not.
  function take(files, list) {
    var taken = new DataTransfer();
    var together = 0;
    list.textContent = '';
    files.forEach(function (file) {
      var why = fault(file)
        || (taken.files.length < zone.dataset.dropFiles ? '' : '最多 ' + zone.dataset.dropFiles + ' 个，没有加入')
        || (together + file.size <= zone.dataset.dropMbTogether * 1048576 ? ''
          : '合计超过 ' + zone.dataset.dropMbTogether + ' MB，没有加入，请压缩后再选');
      if (why) {
        line(list, '✗ ' + file.name + '：' + why);
      } else {
        taken.items.add(file);
        together += file.size;
      }
    });
    input.files = taken.files;
    Array.from(input.files).forEach(function (file) {
      var item = line(list, '✓ ' + file.name + '（' + Math.max(1, Math.round(file.size / 1024)) + ' KB） ');
      if (isShown(file)) {
        item.appendChild(looker(file));
      }
    });
    var first = Array.from(input.files).find(isShown);
    if (first) {
      look(first);
    } else if (sight) {
      sight.hidden = true;
      sight.parentNode.classList.remove('desk');
    }
  }

  if (input && window.DataTransfer) {
    var list = zone.querySelector('[data-drop-list]');
    zone.querySelector('[data-drop-hint]').hidden = false;
    input.addEventListener('change', function () { take(Array.from(input.files), list); });
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
      take(Array.from(input.files).concat(Array.from(event.dataTransfer.files)), list);
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
