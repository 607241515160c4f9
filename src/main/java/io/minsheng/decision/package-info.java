/**
 * 备选名单 and 研究决定: gathers candidates, freezes the list with its digest, records what the district decided. List rounds of one
 * campaign run side by side; each is a branch of the campaign's process.
 */
package io.minsheng.decision;
