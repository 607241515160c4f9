/** Public pages: home, the form in steps, receipt and slip, privacy notice, site map. */
package io.minsheng.intake.form.web;
