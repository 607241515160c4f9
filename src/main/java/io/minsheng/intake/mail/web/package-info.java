/** The mailbox and the review of mails for people. */
package io.minsheng.intake.mail.web;
