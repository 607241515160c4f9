/**
 * Mail in: every mail of the mailbox is exactly one row, stored raw before anything is read, and every row ends as a case, a
 * reply, a
 * duplicate, ignored with a reason, or waits for a person.
 */
package io.minsheng.intake.mail;
