/**
 * Keys and seals: the master key of the server, data keys of people and files, keyed digests. Losing a data key is how
 * personal data is erased, so nothing here keeps a copy of one.
 */
package io.minsheng.platform.crypto;
