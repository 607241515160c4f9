/** The public call by which a suggestion is made, and its attachments. */
package io.minsheng.intake.form.api;
