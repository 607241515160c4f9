/** Suggestions that residents send themselves: the public form and the public call. */
package io.minsheng.intake.form;
