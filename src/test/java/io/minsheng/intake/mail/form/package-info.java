/** Measures and tests the reading of forms. */
package io.minsheng.intake.mail.form;
