/**
 * How a mail server is spoken to: what a mailbox is, the connection with its certificates and waits, the folder with the oldest
 * commands only, and what is wrong, in words for people. Knows nothing of rows and cases; what is fetched is stored elsewhere.
 */
package io.minsheng.intake.mail.imap;
