/** Answers for the staff: one, many at once, their ledger, letters and words; bad ratings. */
package io.minsheng.publication.answer.web;
