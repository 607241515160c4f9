/**
 * 答复: what every author is owed: the ledger, the office's words for it, drafts, release by a second person, delivery one by
 * one or many at once; what authors think of it (满意度评价), and who else is told it (附议).
 */
package io.minsheng.publication.answer;
