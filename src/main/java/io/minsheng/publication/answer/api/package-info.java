/** Answers for programs: the ledger, many at once, short messages as a table. */
package io.minsheng.publication.answer.api;
