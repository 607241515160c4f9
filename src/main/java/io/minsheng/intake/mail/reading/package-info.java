/**
 * Reads mails as they really are: split encoded words, raw 8-bit bytes, wrong charsets, broken parts. Knows nothing of cases;
 * never throws for what a sender did.
 */
package io.minsheng.intake.mail.reading;
