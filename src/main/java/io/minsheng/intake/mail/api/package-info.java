/** The mailbox for programs. */
package io.minsheng.intake.mail.api;
