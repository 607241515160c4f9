/** The steps of the model review. */
package io.minsheng.intake.mail.process;
