/**
 * The audit log: every act is written in its own transaction, chained later, and can be verified by anyone who may read it.
 * Nothing here changes or deletes an entry.
 */
package io.minsheng.audit;
