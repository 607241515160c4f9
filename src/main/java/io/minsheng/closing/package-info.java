/**
 * 结案: whether every case has its end and everybody an answer, and the closing of a campaign. Reads the features below; nobody
 * calls it.
 */
package io.minsheng.closing;
