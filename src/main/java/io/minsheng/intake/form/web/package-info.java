/** Public pages: home, the form in steps, receipt and slip, site map. */
package io.minsheng.intake.form.web;
