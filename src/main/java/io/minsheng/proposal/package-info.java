/**
 * 建议: a suggestion from its registration to its end: stages, author, time line, attachments, numbers and query codes. What
 * changes a row is visible in this package only; that is why merging, splitting, support and what is done with personal data
 * stand beside the rows that they change.
 */
package io.minsheng.proposal;
