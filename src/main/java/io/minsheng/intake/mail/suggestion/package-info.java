/**
 * What a mail suggests: one suggestion or several, in its text, in forms or in letters that came along, field by field with how
 * sure each is, and why a person must decide. Only reads; knows nothing of rows, and makes no case.
 */
package io.minsheng.intake.mail.suggestion;
