/**
 * Letters to authors: receipts, questions, answers. Every mail is a row of the outbox, written in the transaction of what it
 * tells of, and sent later by one sender per node.
 */
package io.minsheng.correspondence;
