/**
 * The search index beside the register: derived data, each node's own, in {@code index} below the data folder. Whatever is
 * missing or of another version is read again from the database.
 */
package io.minsheng.proposal.index;
