/**
 * Whether every mail is there and how reading the mailboxes fares: servers compared with rows, status, health, numbers for
 * monitoring, the daily digest. Stands on top of the mail feature: only pages and calls know it, and it changes no mail.
 */
package io.minsheng.intake.mail.watch;
