/**
 * Mail in: every mail of the mailbox is exactly one row, stored raw before anything is read, and every row ends as a case, a
 * reply, a duplicate, ignored with a reason, or waits for a person. How a server is spoken to, how a mail and its forms are
 * read and what it suggests are packages below this one, which know no row; what watches over it all stands on top. What
 * stores a mail, decides about it and follows a person's decision stays together here, because nobody else may change a row.
 */
package io.minsheng.intake.mail;
