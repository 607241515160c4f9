/** Steps of the case's process that belong to no single queue. */
package io.minsheng.proposal.process;
